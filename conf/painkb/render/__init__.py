"""Own the way from records to docutils nodes; every module turns one kind of placeholder into ordinary nodes."""

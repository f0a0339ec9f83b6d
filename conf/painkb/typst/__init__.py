"""Own the PDF output: docutils nodes become Typst, Typst becomes tagged PDF. Nothing else imports from here."""

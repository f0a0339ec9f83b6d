"""Settings of the site; no logic, no network. Paths are relative to this folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

# -- Project ---------------------------------------------------------------------------------------------------------
project = "Antidepressants in Neuropathic Pain"
author = "The contributors"
copyright = "the contributors; text CC BY 4.0, data CC0"
language = "en"
html_baseurl = os.environ.get("KB_BASE_URL", "")  # the public address, for canonical links
kb_report_url = os.environ.get("KB_REPORT_URL", "")  # where errors are reported, such as an issue tracker

# -- Reading ---------------------------------------------------------------------------------------------------------
extensions = ["myst_parser", "sphinx_design", "notfound.extension", "painkb"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["contribute/archetypes"]
primary_domain = "kb"  # so that writers say {drug}, not {kb:drug}
nitpicky = True
myst_enable_extensions = ["colon_fence", "deflist"]
myst_disable_syntax = ["html_block", "html_inline"]  # raw HTML is refused by the checks; this makes it inert as well
myst_heading_anchors = 3
suppress_warnings = ["toc.not_included"]  # navigation is built from the registry, not from toctrees
today_fmt = "%Y-%m-%d"

# -- HTML ------------------------------------------------------------------------------------------------------------
html_theme = "furo"
html_title = project
html_static_path = ["../_static"]
html_css_files = [
    "css/tokens.css",
    "css/page.css",
    "css/facts.css",
    "css/tables.css",
    "css/references.css",
    "css/search.css",
]
html_js_files = [("js/details.js", {"defer": "defer"}), ("js/search/box.js", {"defer": "defer"})]
html_favicon = "../_static/img/mark.svg"
html_logo = "../_static/img/mark.svg"
templates_path = ["templates"]
html_copy_source = False
html_show_sourcelink = False
html_last_updated_fmt = None  # dates come from the page record, never from the day of the build
html_show_sphinx = True
html_use_index = True
html_theme_options = {"sidebar_hide_name": False}
notfound_urls_prefix = ""

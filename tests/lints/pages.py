"""Two good pages, one of each house, to be spoilt one line at a time."""

from __future__ import annotations

YOUTH = """<!doctype html>
<html lang="en"><head><title>My notes</title>
<link rel="stylesheet" href="/static/youth.css"><script src="/static/exit.js" defer></script></head>
<body><a href="#main">Skip to the page</a>
<a href="/x" data-exit data-neutral="https://weather.example/">Leave</a>
<main id="main"><h1>Hi, Dee</h1>
<p>Call <a href="tel:+15555550100">555-0100</a> now.</p>
<blockquote>I did it!</blockquote>
<form method="post" action="/n/4"><input type="hidden" name="once" value="k1">
<label for="words">What you want to say</label>
<textarea id="words" name="words" autocomplete="off"></textarea>
<label><input type="checkbox" name="quiet"> Only tell Sam</label>
<button>Send</button></form>
</main></body></html>
"""

TEAM = """<!doctype html>
<html lang="en"><head><title>Away now - Porchlight</title></head>
<body><a href="#main">Skip</a><main id="main"><h1>Away now</h1>
<form method="get" action="/search"><label>Name <input name="q"></label><button>Find</button></form>
<table><caption>Young people away</caption><tr><th>Name</th></tr><tr><td>Dee</td></tr></table>
<img src="/static/porch.svg" alt="">
<button aria-label="Close"><svg aria-hidden="true"><path d="M0 0"/></svg></button>
</main></body></html>
"""


def youth_with(extra: str) -> str:
    """The good youth page with one more line at the end of its main part."""
    return YOUTH.replace("</main>", f"{extra}</main>")


def team_with(extra: str) -> str:
    """The good team page with one more line at the end of its main part."""
    return TEAM.replace("</main>", f"{extra}</main>")

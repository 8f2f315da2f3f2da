# SPDX-License-Identifier: MIT
"""What does the gate answer where it lets nobody through: to a program, and to a person?"""

import html
from http import HTTPStatus

from rideau.keeper.http_head import Request, written
from rideau.keeper.message import Fields, Orders, Sign

SCRIPT = (
    "const wait=Number(document.documentElement.dataset.until)*1000-Date.now();"
    "if(wait>0&&wait<2147480000)setTimeout(()=>location.reload(),wait+1000)"
)
"""Come back by itself at opening; no browser waits longer than 2 ** 31 ms."""
SCRIPT_HASH = "sha256-tPrhjY7kb2jDD817bxx08lWX1TtaQ0PiwZUo+kPsniw="

_POLICY = (
    f"default-src 'none'; style-src 'unsafe-inline'; script-src '{SCRIPT_HASH}'; base-uri 'none'; form-action 'none'"
)

_PAGE = """<!doctype html>
<html lang="{language}" data-until="{until}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>
:root {{ --paper: #FBF7F0; --card: #FFFFFF; --ink: #2B2A33; --soft: #6C6878; --slat: #38346B; --line: #FFFFFF;
  --tip: #3D6F5E; --shade: 0 12px 32px rgba(56, 52, 107, .14) }}
@media (prefers-color-scheme: dark) {{ :root {{ --paper: #1F1D2B; --card: #2A2740; --ink: #F4F0FA; --soft: #B9B2CE;
  --slat: #38346B; --line: #2A2740; --tip: #6DB199; --shade: 0 12px 32px rgba(0, 0, 0, .4) }} }}
* {{ box-sizing: border-box }}
body {{ margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px; background: var(--paper);
  color: var(--ink); font: 400 1rem/1.5 system-ui, sans-serif }}
main {{ width: 100%; max-width: 30rem; background: var(--card); border-radius: 22px; overflow: hidden;
  box-shadow: var(--shade) }}
.shutter {{ position: relative; height: 110px; animation: fall .6s ease-out;
  background: linear-gradient(transparent, rgba(255, 255, 255, .22)),
  repeating-linear-gradient(var(--line) 0 2px, var(--slat) 2px 22px) }}
.shutter::after {{ content: ""; position: absolute; left: 50%; bottom: -6px; width: 56px; height: 10px;
  margin-left: -28px; border-radius: 5px; background: #F4C95D }}
.words {{ padding: 36px 32px 32px }}
h1 {{ margin: 0 0 8px; font-size: 1.375rem; font-weight: 600; line-height: 1.3 }}
p {{ margin: 0 0 16px; color: var(--soft) }}
p:last-child {{ margin-bottom: 0 }}
.tip {{ color: var(--tip) }}
@keyframes fall {{ from {{ transform: translateY(-100%) }} }}
@media (prefers-reduced-motion: reduce) {{ .shutter {{ animation: none }} }}
</style>
</head>
<body>
<main>
<div class="shutter" aria-hidden="true"></div>
<div class="words">
<h1>{title}</h1>
{paragraphs}
</div>
</main>
<script>{script}</script>
</body>
</html>
"""


def answer(status: int, lines: tuple[tuple[str, str], ...] = (), body: bytes = b"") -> bytes:
    """Return a whole answer, the last on its connection."""
    try:
        reason = HTTPStatus(status).phrase
    except ValueError:
        reason = ""  # an upstream proxy's own number
    head = (*lines, ("Content-Length", str(len(body))), ("Cache-Control", "no-store"), ("Connection", "close"))
    return written(f"HTTP/1.1 {status} {reason}", head) + body


def closed(request: Request, network: str, orders: Orders) -> bytes:
    """Return the answer to ``request`` for a page of ``network``: the friendly page, if a person will see it."""
    if not _is_for_eyes(request):
        return answer(503)
    lines = (
        ("Content-Type", "text/html; charset=utf-8"),
        ("Content-Security-Policy", _POLICY),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
    )
    return answer(503, lines, friendly_page(network, orders).encode())


def friendly_page(network: str, orders: Orders) -> str:
    """Return the page that says which network is closed, why and until when; it needs nothing from anywhere."""
    name = next((door.name for door in orders.doors.doors if door.network == network), network)
    sign = orders.signs.get(network) or Sign(name, _text(orders.board, "headline"))
    below = [("", sign.why), ("tip", _text(orders.board, "tip"))]
    return _PAGE.format(
        language=html.escape(_text(orders.board, "language") or "en"),
        until="" if orders.until is None else int(orders.until),
        title=html.escape(sign.title),
        paragraphs="\n".join(f'<p class="{kind}">{html.escape(text)}</p>' for kind, text in below if text),
        script=SCRIPT,
    )


def _is_for_eyes(request: Request) -> bool:
    """Tell whether ``request`` fetches a page; without TLS most browsers only say what they accept."""
    if request.method != "GET":
        return False
    destination = request.fields.values("sec-fetch-dest")
    if destination:
        return destination == ["document"]
    accepted = ",".join(request.fields.values("accept")).lower()
    return not accepted or "text/html" in accepted or accepted.strip() == "*/*"


def _text(board: Fields, key: str) -> str:
    value = board.get(key)
    return value if isinstance(value, str) else ""

# SPDX-License-Identifier: MIT
"""How is one key of a settings file (KConfig's kind of INI) read and set, with every other byte left as it is? Pure."""

import re


def value_in(content: str, group: str, key: str) -> str | None:
    """Return what ``key`` of ``[group]`` says; None where it is not there. The last one counts, as KConfig reads."""
    body = _body(content, group)
    found = re.findall(_line(key), body["body"], re.MULTILINE) if body else []
    return str(found[-1]).strip() if found else None


def with_value(content: str, group: str, key: str, value: str | None) -> str:
    """Return ``content`` with ``key`` of ``[group]`` saying ``value``, made where it is missing; None takes it out."""
    body = _body(content, group)
    if body is None:
        if value is None:
            return content
        glue = "" if not content else "\n" if content.endswith("\n") else "\n\n"
        return f"{content}{glue}[{group}]\n{key}={value}\n"
    start, end = body.span("body")
    lines = re.sub(_line(key) + r"(?:\n|\Z)", "", body["body"], flags=re.MULTILINE)
    if value is None:
        return content[:start] + lines + content[end:]
    place = re.search(_line(key), body["body"], re.MULTILINE)
    before = body["body"][: place.start()] if place else ""
    glue = "" if content[:start].endswith("\n") else "\n"
    return f"{content[:start]}{glue}{before}{key}={value}\n{lines.removeprefix(before)}{content[end:]}"


def without_empty_group(content: str, group: str) -> str:
    """Return ``content`` without ``[group]`` if nothing is in it."""
    body = _body(content, group)
    if body is None or body["body"].strip():
        return content
    return (content[: body.start()].rstrip("\n") + "\n" if body.start() else "") + content[body.end() :]


def _body(content: str, group: str) -> re.Match[str] | None:
    """Return where the group is: ``body`` the lines up to the next one."""
    return re.search(
        rf"^\[{re.escape(group)}\][ \t]*(?:\n|\Z)(?P<body>(?:(?!\[).*(?:\n|\Z))*?)(?=^\[|\Z)", content, re.MULTILINE
    )


def _line(key: str) -> str:
    return rf"^[ \t]*{re.escape(key)}[ \t]*=(.*)$"

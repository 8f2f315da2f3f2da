# SPDX-License-Identifier: MIT
"""Was the evening before a hard one, after which something that went well once may come back? (SPEC G6)."""

MANY_ATTEMPTS = 3
"""So many late looks at closed doors tell of an evening that work did not leave alone; fewer are nobody's business."""


def is_hard(keys: int, attempts: int, *, had_crisis: bool) -> bool:
    """Tell whether an evening of so many keys and late attempts was hard; a crisis in it always is."""
    return had_crisis or keys > 0 or attempts >= MANY_ATTEMPTS

# SPDX-License-Identifier: MIT
"""The evening's small ritual and the morning's greeting: two small windows. Nothing in them has to be filled in."""

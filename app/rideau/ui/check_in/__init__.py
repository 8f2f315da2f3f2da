# SPDX-License-Identifier: MIT
"""The small window of the check-in."""

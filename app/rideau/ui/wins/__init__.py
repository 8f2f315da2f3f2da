# SPDX-License-Identifier: MIT
"""The small window of wins."""

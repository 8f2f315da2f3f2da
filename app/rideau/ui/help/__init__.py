# SPDX-License-Identifier: MIT
"""The small window of the places to turn to."""

# SPDX-License-Identifier: MIT
"""The page of what is neither hours nor networks: language, start at login, lock, closing time, and one's own data."""

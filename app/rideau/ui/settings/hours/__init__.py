# SPDX-License-Identifier: MIT
"""The Hours page: the week as a timeline, and everything that makes a day unlike the week."""

# SPDX-License-Identifier: MIT
"""The Reminders page: how tips come, all of them with one's own, and what else is gentle in a day."""

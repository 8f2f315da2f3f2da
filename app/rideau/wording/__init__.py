# SPDX-License-Identifier: MIT
"""Domain values said in the person's language: sentences, times, days.

Pure but for the translations it is given; shared by the command line, the windows and the notifications.
"""

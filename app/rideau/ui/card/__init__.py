# SPDX-License-Identifier: MIT
"""The card: one warm sentence, a moving picture, one small thing to do; shown in a process of its own."""

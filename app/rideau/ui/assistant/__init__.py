# SPDX-License-Identifier: MIT
"""The assistant of the first start: three steps with good guesses, done in a minute, never again unless asked for."""

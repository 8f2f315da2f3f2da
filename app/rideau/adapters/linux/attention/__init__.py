# SPDX-License-Identifier: MIT
"""Is this a moment to speak? One thread sleeps until the desktop says something; one file for each thing that tells.

No key is seen, no title is kept, nothing is asked again and again. What a desktop does not tell is unknown.
"""

# SPDX-License-Identifier: MIT
"""How are work apps' notifications withheld, and Rideau's own shown?

What is withheld is kept; a setting of the desktop is changed through the ledger alone.
"""

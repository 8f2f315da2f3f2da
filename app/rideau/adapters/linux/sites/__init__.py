# SPDX-License-Identifier: MIT
"""How do browsers reach sites through the gate, and what is put in place for them?

A change of phase writes nothing here.
"""

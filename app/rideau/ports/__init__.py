# SPDX-License-Identifier: MIT
"""What the services ask of the world, as protocols named by role; the docstrings are the contract.

Imports the domain alone. Each port has one contract test that its fake and its real adapters all run.
"""

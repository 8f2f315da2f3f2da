# SPDX-License-Identifier: MIT
"""The Networks page: sides of life, what each phase does to each, and the audit that keeps them apart."""

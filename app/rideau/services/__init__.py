# SPDX-License-Identifier: MIT
"""The use cases: they decide with the domain and act through ports.

No adapter, no Qt, no translated text: what is to be said leaves here as a value.
"""

# SPDX-License-Identifier: MIT
"""One technology each, behind a port; native errors become domain errors here.

Adapters do not decide and do not know each other's platform, nor the windows.
"""

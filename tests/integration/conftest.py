# SPDX-License-Identifier: MIT
"""Where do the integration tests show windows? Nowhere, unless a test starts a screen of its own."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # read when the first QApplication is made, for the whole run

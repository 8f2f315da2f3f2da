# SPDX-License-Identifier: MIT
"""The page “This computer”: how each mechanism stands, what Rideau has changed, and the way back."""

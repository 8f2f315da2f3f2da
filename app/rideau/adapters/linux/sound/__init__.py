# SPDX-License-Identifier: MIT
"""How is what work apps play muted, and heard again as before? PulseAudio and PipeWire.

The library for it is loaded when something is to be muted, not before.
"""

# SPDX-License-Identifier: MIT
"""The settings window: pages over one ``SettingsDesk``; every change is saved at once and can be taken back.

It lives in a process of its own (``rideau settings``), which gives every byte back when it closes.
"""

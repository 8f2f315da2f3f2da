# SPDX-License-Identifier: MIT
"""What does a desktop's settings portal say? A program for tests: dark and still at first, light at the word ``light``.

It answers on the session bus like ``xdg-desktop-portal`` version 1, and says ``ready`` once it has its name.
"""

import sys
import threading

from jeepney import DBusAddress, MessageType, message_bus, new_error, new_method_return, new_signal
from jeepney.io.threading import open_dbus_connection

NAME, PATH, SETTINGS = (
    "org.freedesktop.portal.Desktop",
    "/org/freedesktop/portal/desktop",
    "org.freedesktop.portal.Settings",
)
APPEARANCE = "org.freedesktop.appearance"
ANSWERS = {"color-scheme": ("u", 1), "enable-animations": ("b", False)}


def main() -> None:
    """Answer until the end of the input."""
    connection = open_dbus_connection("SESSION")
    connection.send(message_bus.RequestName(NAME))

    def on_word() -> None:
        for word in sys.stdin:
            changed = ("color-scheme", ("u", 2 if word.strip() == "light" else 1))
            emitter = DBusAddress(PATH, interface=SETTINGS)
            connection.send(new_signal(emitter, "SettingChanged", "ssv", (APPEARANCE, *changed)))

    threading.Thread(target=on_word, daemon=True).start()
    print("ready", flush=True)
    while True:
        message = connection.receive()
        if message.header.message_type is not MessageType.method_call:
            continue
        answer = ANSWERS.get(message.body[1])
        if answer:
            connection.send(new_method_return(message, "v", (("v", answer),)))
        else:
            connection.send(new_error(message, "org.freedesktop.portal.Error.NotFound", "s", ("not found",)))


if __name__ == "__main__":
    main()

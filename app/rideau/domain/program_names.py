# SPDX-License-Identifier: MIT
"""Which programs are no work app, whatever a rule says? Names of their files, whole and as they are, never a part."""

import re
from functools import lru_cache


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


LEADERS = _names(
    """
    gnome-session gnome-session-binary gnome-session-init-worker gnome-session-service gnome-session-ctl
    xfce4-session mate-session lxsession lxqt-session cinnamon-session cinnamon-session-binary budgie-session
    budgie-session-binary plasma_session ksmserver ksmserver-logout-greeter startplasma-x11 startplasma-wayland
    startplasmacompositor startkde startxfce4 startlxqt startlxde startdde ukui-session dde-session
    deepin-session ly uwsm cosmic-session regolith-session enlightenment_start

    gnome-shell gnome-shell-x11 gnome-kiosk mutter muffin cinnamon cinnamon2d budgie-wm gala metacity marco
    compiz kwin kwin_x11 kwin_wayland kwin_wayland_wrapper xfwm4 openbox fluxbox blackbox icewm icewm-session
    jwm i3 i3-with-shmlog bspwm herbstluftwm awesome dwm spectrwm qtile xmonad xmonad-x86_64-linux leftwm fvwm
    fvwm2 fvwm3 wmaker twm mwm enlightenment ratpoison stumpwm cwm evilwm sawfish pekwm matchbox-window-manager
    deepin-wm deepin-kwin_x11 sway hyprland Hyprland river wayfire labwc weston niri cage phoc cosmic-comp
    miriway dwl hikari velox

    xfce4-panel wrapper-2.0 wrapper-1.0 mate-panel lxpanel lxqt-panel plasmashell budgie-panel gnome-panel tint2
    polybar waybar lemonbar xmobar i3bar swaybar ironbar eww sfwbar nwg-panel cairo-dock plank latte-dock
    dde-dock ukui-panel cosmic-panel xfdesktop pcmanfm-desktop nemo-desktop caja-desktop
    """
)
"""Session managers, window managers, compositors and panels: who starts these is of the session too."""

SESSION = LEADERS | _names(
    """
    init systemd systemd-executor sd-pam (sd-pam) systemd-logind elogind elogind-daemon seatd login agetty
    launchd gdm gdm3 gdm-session-worker gdm-wayland-session gdm-x-session lightdm sddm sddm-helper
    sddm-helper-start-x11user sddm-helper-start-wayland lxdm xdm slim greetd startx xinit xinitrc Xsession Xorg
    Xorg.wrap Xorg.bin X Xwayland Xvfb Xephyr Xnest Xvnc Xtigervnc x0vncserver x11vnc xrdp xrdp-sesman
    xwayland-satellite vncserver

    dbus-daemon dbus-broker dbus-broker-launch dbus-launch dbus-run-session dconf-service xfconfd gconfd-2
    gsd-xsettings xdg-desktop-portal xdg-desktop-portal-gnome xdg-desktop-portal-gtk xdg-desktop-portal-kde
    xdg-desktop-portal-wlr xdg-desktop-portal-hyprland xdg-desktop-portal-lxqt xdg-desktop-portal-xapp
    xdg-desktop-portal-cosmic xdg-desktop-portal-luminous xdg-document-portal xdg-permission-store xdg-portal
    flatpak-portal flatpak-session-helper flatpak-system-helper snapd snap-userd-autostart
    snapd-desktop-integration xdg-user-dirs-update

    caja pcmanfm pcmanfm-qt nautilus-desktop peony-qt-desktop dde-desktop

    pipewire pipewire-pulse pipewire-media-session wireplumber pulseaudio jackd jackdbus gnome-keyring-daemon
    gnome-keyring-d kwalletd kwalletd5 kwalletd6 ksecretd keepassxc oo7-daemon secret-tool gpg-agent ssh-agent
    gcr-ssh-agent gcr-prompter scdaemon pinentry pinentry-gtk-2 pinentry-gnome3 pinentry-qt pinentry-curses
    ssh-askpass ksshaskpass polkitd polkit-gnome-authentication-agent-1 polkit-kde-authentication-agent-1
    polkit-mate-authentication-agent-1 lxqt-policykit-agent lxpolkit xfce-polkit hyprpolkitagent cosmic-osd
    pkexec su sudo sudo-rs doas kdesu run0

    ibus ibus-daemon ibus-dconf ibus-portal ibus-x11 ibus-extension-gtk3 ibus-engine-simple ibus-ui-gtk3
    ibus-ui-emojier ibus-memconf ibus-engine-m17n ibus-engine-mozc ibus-engine-libpinyin
    ibus-engine-typing-booster fcitx fcitx5 fcitx-dbus-watcher fcitx5-wayland-launcher uim-xim uim-toolbar-gtk
    uim-toolbar-gtk3 scim scim-launcher scim-panel-gtk nabi kime kime-xim kime-wayland kime-indicator gcin hime
    maliit-server maliit-keyboard mozc_server mozc_renderer xcape xbindkeys sxhkd swhkd swhks keyd kanata
    espanso xremap input-remapper-service input-remapper-control autokey-gtk autokey-qt at-spi-bus-launcher
    at-spi2-registryd orca speech-dispatcher sd_espeak-ng sd_dummy sd_generic brltty xbrlapi onboard florence
    caribou squeekboard wvkbd-mobintl magnus kmag dasher espeakup kmouth kmousetool mousetweaks talon numen
    nerd-dictation

    gnome-screensaver gnome-screensaver-dialog xscreensaver xscreensaver-systemd xscreensaver-gfx
    xscreensaver-auth xfce4-screensaver xfce4-screensaver-dialog mate-screensaver cinnamon-screensaver
    kscreenlocker_greet light-locker i3lock swaylock gtklock hyprlock waylock xsecurelock xss-lock xautolock
    swayidle hypridle slock physlock betterlockscreen xlock vlock

    gsd-a11y-settings gsd-color gsd-datetime gsd-housekeeping gsd-keyboard gsd-media-keys gsd-power
    gsd-print-notifications gsd-printer gsd-rfkill gsd-screensaver-proxy gsd-sharing gsd-smartcard gsd-sound
    gsd-wacom gsd-wwan gsd-usb-protection gsd-disk-utility-notify gnome-settings-daemon mate-settings-daemon
    cinnamon-settings-daemon csd-power csd-keyboard csd-media-keys csd-xsettings csd-color csd-housekeeping
    xfsettingsd xfce4-power-manager xfce4-clipman xfce4-volumed mate-power-manager
    mate-volume-control-status-icon lxqt-powermanagement lxqt-globalkeysd lxqt-runner kded kded5 kded6 kdeinit5
    kdeinit4 klauncher kglobalaccel5 kglobalacceld kaccess kactivitymanagerd org_kde_powerdevil powerdevil
    gmenudbusmenuproxy xembedsniproxy krunner kscreen_backend_launcher polkit-kde-agent-1 DiscoverNotifier
    xsettingsd xsettings-kde gvfsd gvfsd-fuse gvfsd-trash gvfsd-metadata gvfsd-http gvfsd-network gvfsd-dnssd
    gvfsd-recent gvfsd-burn gvfs-udisks2-volume-monitor gvfs-mtp-volume-monitor gvfs-gphoto2-volume-monitor
    gvfs-afc-volume-monitor gvfs-goa-volume-monitor goa-daemon goa-identity-service evolution-source-registry
    evolution-calendar-factory evolution-addressbook-factory evolution-alarm-notify tracker-miner-fs-3
    tracker-miner-fs tracker-extract-3 tracker-store tracker-miner-rss-3 localsearch-3 localsearch-extractor-3
    tinysparql-3 baloo_file baloo_file_extractor zeitgeist-daemon dunst xfce4-notifyd notification-daemon
    mate-notification-daemon lxqt-notificationd mako swaync swaync-client notify-osd deadd-notification-center
    fnott tiramisu nm-applet blueman-applet blueman-tray nm-connection-editor iwgtk obexd xiccd colord geoclue
    redshift redshift-gtk gammastep gammastep-indicator wlsunset udiskie picom compton xcompmgr kanshi swaybg
    hyprpaper swww-daemon wl-paste wl-copy cliphist xclip xsel copyq parcellite clipit kdeconnectd autorandr
    unclutter mpris-proxy usbguard-notifier spice-vdagent VBoxClient vmtoolsd NetworkManager wpa_supplicant
    bluetoothd cupsd avahi-daemon rsyslogd cron crond sshd tailscaled screen SCREEN tmux tmux: zellij dtach
    abduco mosh-server
    """
)
"""What the desktop session is made of, and what a person needs to use it."""

TERMINALS = _names(
    """
    xterm uxterm lxterm koi8rxterm urxvt urxvtd rxvt rxvt-unicode mrxvt aterm eterm Eterm mlterm st stterm
    gnome-terminal gnome-terminal-server gnome-terminal- kgx gnome-console ptyxis ptyxis-agent konsole yakuake
    xfce4-terminal mate-terminal lxterminal qterminal deepin-terminal tilix terminator guake tilda terminology
    sakura termite roxterm alacritty kitty foot footclient wezterm wezterm-gui ghostty rio contour
    cool-retro-term hyper tabby warp warp-terminal io.elementary.terminal pantheon-terminal cosmic-term
    blackbox-terminal zutty x-terminal-emulator havoc ddterm evilvte
    """
)

EDITORS = _names(
    """
    vi vim vim.basic vim.tiny vim.nox vim.gtk vim.gtk3 gvim nvim neovide nvim-qt emacs emacs-gtk emacs-nox
    emacs-lucid emacs-pgtk emacs-x emacsclient nano pico joe jed micro helix hx kak ne mg ed kakoune gedit
    gnome-text-editor org.gnome.TextEditor pluma xed xedit mousepad featherpad leafpad l3afpad kate kwrite geany
    scite bluefish notepadqq notepad-next juffed cudatext textadept lite-xl code code-insiders code-oss codium
    vscodium cursor windsurf zed zed-editor zeditor sublime_text subl atom pulsar brackets lapce idea idea64
    pycharm pycharm64 webstorm webstorm64 phpstorm phpstorm64 clion clion64 goland goland64 rubymine rubymine64
    rider rider64 datagrip datagrip64 rustrover rustrover64 dataspell studio studio64 fleet aqua
    jetbrains-toolbox eclipse netbeans netbeans64 qtcreator kdevelop gnome-builder codeblocks monodevelop spyder
    thonny idle rstudio jupyter-lab jupyter-notebook lazarus lazarus-ide arduino arduino-ide godot
    """
)

BROWSERS = _names(
    """
    chrome google-chrome google-chrome-stable google-chrome-beta google-chrome-unstable chromium
    chromium-browser chromium-freeworld ungoogled-chromium brave brave-browser brave-browser-stable
    brave-browser-beta brave-browser-nightly msedge edge microsoft-edge microsoft-edge-stable
    microsoft-edge-beta microsoft-edge-dev msedge-beta msedge-dev vivaldi vivaldi-bin vivaldi-stable
    vivaldi-snapshot opera opera-stable opera-beta opera-developer thorium thorium-browser yandex_browser
    yandex-browser yandex-browser-stable iridium iridium-browser cromite helium slimjet firefox firefox-bin
    firefox-esr firefox-devedition firefox-developer-edition firefox-nightly firefox-beta firefox.real librewolf
    librewolf-bin waterfox waterfox-bin floorp floorp-bin zen zen-bin zen-browser mullvad-browser mullvadbrowser
    mullvadbrowser.real tor-browser start-tor-browser torbrowser-launcher icecat iceweasel palemoon palemoon-bin
    basilisk seamonkey epiphany epiphany-browser gnome-web konqueror falkon qutebrowser nyxt midori surf vimb
    luakit angelfish eolie badwolf dillo netsurf netsurf-gtk netsurf-gtk3 otter-browser ladybird servo dooble
    lynx links links2 elinks w3m x-www-browser www-browser sensible-browser gnome-www-browser
    """
)

SHELLS = _names("sh bash dash zsh fish ksh ksh93 mksh csh tcsh ash busybox rbash nu elvish xonsh pwsh")

_OTHER_RUNTIMES = _names(
    """
    java javaw gjs gjs-console cjs cjs-console seed mono mono-sgen mono64 dotnet wine wine64 wine-preloader
    wine64-preloader wineserver node nodejs deno bun nw electron qemu-system-x86_64 env flatpak snap
    snap-confine snap-exec bwrap firejail systemd-run dbus-run-session gtk-launch gio xdg-open kioclient
    kioclient5 kioclient6 kde-open kde-open5 exo-open gapplication kcmshell5 kcmshell6 systemsettings
    systemsettings5 coreutils toybox true false nohup nice ionice setsid timeout stdbuf start-stop-daemon
    ld-linux-x86-64.so.2 ld-linux-aarch64.so.1 ld-2.36.so gamemoderun mangohud prime-run optirun primusrun
    pkexec cgexec chrt taskset strace ltrace gdb
    """
)
_VERSIONED = re.compile(
    r"(?:python|pythonw|pypy|perl|ruby|lua|luajit|php|php-cgi|guile|tclsh|wish|electron|nodejs|node|java)"
    r"-?v?[\d.]+(?:dbg|t|d|m)?|python|pypy|perl|ruby|lua|luajit|php|guile|tclsh|wish|Rscript|racket|erl|beam\.smp"
)


@lru_cache(512)
def is_runtime(name: str) -> bool:
    """Tell whether a program file of this ``name`` only runs what others wrote: a shell, an interpreter, a launcher."""
    return name in SHELLS or name in _OTHER_RUNTIMES or _VERSIONED.fullmatch(name) is not None

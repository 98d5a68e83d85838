"""Reads the app as a screen reader does, and prints what it is told."""

import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
import pyatspi
from gi.repository import Gio, GLib

PATIENCE = 60
NAME = "Belt and Road Explorer"
events = []


def pump():
    while GLib.MainContext.default().iteration(False):
        pass


def until(what, so):
    end = time.time() + PATIENCE
    while time.time() < end:
        pump()
        try:
            found = so()
        except (GLib.Error, LookupError):  # it went while it was asked
            found = None
        if found:
            return found
        time.sleep(0.05)
    print("waited in vain for", what)
    if app():
        for each in everything(app()):
            print("   ", told(each))
    sys.exit(1)


def enabled(on):
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    bus.call_sync(
        "org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set",
        GLib.Variant("(ssv)", ("org.a11y.Status", "IsEnabled", GLib.Variant("b", on))), None, 0, -1, None)


def app():
    desktop = pyatspi.Registry.getDesktop(0)
    for n in range(desktop.childCount):
        child = desktop.getChildAtIndex(n)
        if child is not None and child.name == NAME:
            return child
    return None


def everything(root):
    """All that there is, in the order of reading."""
    yield root
    for n in range(root.childCount):
        child = root.getChildAtIndex(n)
        if child is not None:
            yield from everything(child)


def find(role, start):
    for each in everything(app()):
        if each.getRoleName() == role and each.name.startswith(start):
            return each
    return None


def told(each):
    said = each.getRoleName() + ": " + each.name
    if each.description:
        said += " (" + each.description + ")"
    for state, word in ((pyatspi.STATE_ACTIVE, "active"), (pyatspi.STATE_FOCUSED, "focused"), (pyatspi.STATE_SELECTED, "selected")):
        if each.getState().contains(state):
            said += ", " + word
    return said


def wait(role, start):
    return until(role + " " + start, lambda: find(role, start))


def press(each):
    action = each.queryAction()
    print(f"-> {action.getName(0)} {each.name}")
    action.doAction(0)


def focused(role, start=""):
    """Waits for the event that something has the keyboard."""

    def so():
        for event in events:
            if event.type == "object:state-changed:focused" and event.detail1 and event.source.getRoleName() == role and event.source.name.startswith(start):
                return event.source

    print("<- focus " + told(until("the keyboard at " + role + " " + start, so)))
    events.clear()


def key(*names):
    print("-> keys " + " ".join(names))
    subprocess.run(["xdotool", "key", *names], check=True)


def main():
    pyatspi.Registry.registerEventListener(
        events.append, "object:state-changed:focused", "object:text-changed", "window:activate", "object:children-changed", "object:announcement")
    time.sleep(2)  # it would have come by now
    pump()
    print("accessibility off:", "nothing" if app() is None else app().name)
    enabled(True)
    program = until("the app", app)
    print("accessibility on:", told(program) + ",", program.get_toolkit_name())
    window = until("its window in use", lambda: next((w for w in everything(program) if w.getRole() == pyatspi.ROLE_FRAME and w.getState().contains(pyatspi.STATE_ACTIVE)), None))
    print(told(window))

    card = wait("push button", "42, Berths")
    print("\na figure:")
    print(told(card), "in", told(card.parent))
    box = card.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    there = window.queryComponent().getAccessibleAtPoint(box.x + 5, box.y + 5, pyatspi.DESKTOP_COORDS)
    print("what is at its place: " + told(there))
    press(card)
    focused("link", "Close")
    wait("heading", "42")
    pane = [told(each) for each in everything(window)]
    print("\n".join("   " + line for line in pane[pane.index("link: Close, focused"):][:12]))

    press(wait("push button", "Copy figure"))
    print("<- " + told(wait("notification", "")))
    print("<- says " + until("being told", lambda: next((e.any_data for e in events if e.type == "object:announcement"), None)))

    print("\nall figures:")
    press(wait("link", "Figures"))
    row = wait("list item", "over 1,200")
    print(told(row), "in", row.parent.getRoleName())
    row.queryComponent().grabFocus()
    focused("list item", "over 1,200")
    key("Down")
    focused("list item")
    key("Return")
    focused("link", "Close")

    print("\nthe search:")
    press(wait("push button", "Search"))
    focused("entry")
    subprocess.run(["xdotool", "type", "lock"], check=True)
    field = until("what was typed", lambda: (f := find("entry", "Search")) and f.queryText().getText(0, -1) == "lock" and f)
    print("<- typed " + "".join(e.any_data for e in events if e.type.startswith("object:text-changed:insert") and e.source == field))
    print(told(field.parent) + " has " + told(field) + " with " + field.queryText().getText(0, -1))
    wait("push button", "Amber Lock")
    key("Down")
    focused("push button")
    key("Escape")

    print("\na menu:")
    key("Alt_L")
    focused("menu", "File")
    key("Down")
    focused("menu item")
    key("Right")
    focused("menu", "View")
    key("Escape")
    press(wait("menu item", "About"))
    print(told(wait("dialog", "")))
    press(wait("push button", "Close"))
    until("the dialog going", lambda: find("dialog", "") is None)

    print("\naccessibility off:")
    enabled(False)
    until("the app going", lambda: app() is None)
    print("nothing")


main()

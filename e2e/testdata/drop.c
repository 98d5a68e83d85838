/* Drops a file on a window, as a file manager does: drop WINDOW URI. It ends with
   0 once the window has taken it. */
#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static Display *display;
static Window source, target;

static Atom atom(const char *name) { return XInternAtom(display, name, False); }

static void tell(const char *what, long a, long b, long c, long d) {
	XEvent e = {0};
	e.xclient.type = ClientMessage;
	e.xclient.window = target;
	e.xclient.message_type = atom(what);
	e.xclient.format = 32;
	e.xclient.data.l[0] = source;
	e.xclient.data.l[1] = a;
	e.xclient.data.l[2] = b;
	e.xclient.data.l[3] = c;
	e.xclient.data.l[4] = d;
	XSendEvent(display, target, False, NoEventMask, &e);
}

static void give(const XSelectionRequestEvent *asked, const char *list) {
	XEvent e = {0};
	e.xselection.type = SelectionNotify;
	e.xselection.requestor = asked->requestor;
	e.xselection.selection = asked->selection;
	e.xselection.target = asked->target;
	e.xselection.time = asked->time;
	if (asked->target == atom("text/uri-list")) {
		XChangeProperty(display, asked->requestor, asked->property, asked->target, 8, PropModeReplace, (const unsigned char *)list, (int)strlen(list));
		e.xselection.property = asked->property;
	}
	XSendEvent(display, asked->requestor, False, NoEventMask, &e);
}

int main(int argc, char **argv) {
	const long version = 5;
	char list[8192];
	XEvent e;
	Window child;
	int x, y;
	if (argc != 3 || snprintf(list, sizeof list, "%s\r\n", argv[2]) >= (int)sizeof list || !(display = XOpenDisplay(NULL)))
		return 2;
	alarm(20); /* seconds until it gives up */
	target = (Window)strtoul(argv[1], NULL, 10);
	source = XCreateSimpleWindow(display, DefaultRootWindow(display), -9, -9, 1, 1, 0, 0, 0);
	XSetSelectionOwner(display, atom("XdndSelection"), source, CurrentTime);
	XTranslateCoordinates(display, target, DefaultRootWindow(display), 400, 300, &x, &y, &child);
	tell("XdndEnter", version << 24, (long)atom("text/uri-list"), None, None);
	tell("XdndPosition", 0, x << 16 | y, CurrentTime, (long)atom("XdndActionCopy"));
	for (;;) {
		XNextEvent(display, &e);
		if (e.type == SelectionRequest)
			give(&e.xselectionrequest, list);
		else if (e.type != ClientMessage)
			continue;
		else if (e.xclient.message_type == atom("XdndStatus")) {
			if (!(e.xclient.data.l[1] & 1))
				return 1; /* it wants no such thing */
			tell("XdndDrop", 0, CurrentTime, 0, 0);
		} else if (e.xclient.message_type == atom("XdndFinished"))
			return e.xclient.data.l[1] ? 0 : 1; /* GLFW tells how many bytes it took */
	}
}

// Reads a window through UI Automation, as assistive technology does; for tests. It does
// what it is told on standard input, a word a line, and answers with a line "." at last:
//
//	walk   all things of the window: depth, kind, name, value
//	hold   the same, but counts them alone and keeps them for as long as it runs
//	ask    how many of those that it keeps still answer, and how many say that they have gone
//
// Its one argument is the title that the window's begins with. The functions are those
// that Wine has, too.
#include <stdio.h>
#include <string.h>
#include <windows.h>
#include <oleauto.h>

typedef void *Node;
typedef struct { int kind; } Condition;
typedef struct {
	Condition *view;
	int scope;
	int *properties;
	int propertyCount;
	int *patterns;
	int patternCount;
	int mode;
} Request;

enum { TrueCondition = 0, ScopeElement = 1, ModeFull = 1 };
enum { NextSibling = 1, FirstChild = 3 };
enum { ControlType = 30003, Name = 30005, Value = 30045, Focus = 30008 };

static HRESULT(WINAPI *nodeFromHandle)(HWND, Node *);
static HRESULT(WINAPI *navigate)(Node, int, Condition *, Request *, SAFEARRAY **, BSTR *);
static HRESULT(WINAPI *nodeFromVariant)(VARIANT *, Node *);
static HRESULT(WINAPI *property)(Node, int, VARIANT *);
static BOOL(WINAPI *release)(Node);

static Node held[100000];
static int count;
static int keep;

static void say(BSTR text) {
	char utf8[8192];
	int n = WideCharToMultiByte(CP_UTF8, 0, text, -1, utf8, sizeof utf8, NULL, NULL);
	for (int i = 0; i + 1 < n; i++)
		putchar(utf8[i] == '\n' ? ' ' : utf8[i]);
}

static Node go(Node from, int where) {
	Condition all = {TrueCondition};
	Request request = {&all, ScopeElement, NULL, 0, NULL, 0, ModeFull};
	SAFEARRAY *data = NULL;
	BSTR tree = NULL;
	Node to = NULL;
	HRESULT hr = navigate(from, where, &all, &request, &data, &tree);
	if (FAILED(hr))
		printf("! navigate %d: %08lx\n", where, (unsigned long)hr);
	if (data) {
		LONG first[2] = {0, 0};
		VARIANT v;
		VariantInit(&v);
		if (SUCCEEDED(SafeArrayGetElement(data, first, &v)))
			nodeFromVariant(&v, &to);
		VariantClear(&v);
		SafeArrayDestroy(data);
	}
	SysFreeString(tree);
	return to;
}

static void describe(Node n, int depth) {
	VARIANT kind, name, value, focus;
	VariantInit(&kind), VariantInit(&name), VariantInit(&value), VariantInit(&focus);
	HRESULT hr = property(n, ControlType, &kind);
	property(n, Name, &name);
	property(n, Value, &value);
	property(n, Focus, &focus);
	printf("%d %ld ", depth, FAILED(hr) ? (long)hr : V_VT(&kind) == VT_I4 ? V_I4(&kind) : -1L);
	if (V_VT(&name) == VT_BSTR)
		say(V_BSTR(&name));
	if (V_VT(&value) == VT_BSTR && SysStringLen(V_BSTR(&value))) {
		printf(" = ");
		say(V_BSTR(&value));
	}
	if (V_VT(&focus) == VT_BOOL && V_BOOL(&focus))
		printf(" [focused]");
	putchar('\n');
	VariantClear(&kind), VariantClear(&name), VariantClear(&value), VariantClear(&focus);
}

static void walk(Node n, int depth) {
	if (!keep)
		describe(n, depth);
	for (Node kid = go(n, FirstChild); kid;) {
		walk(kid, depth + 1);
		Node next = go(kid, NextSibling);
		if (keep && count < (int)(sizeof held / sizeof *held))
			held[count++] = kid;
		else
			release(kid);
		kid = next;
	}
}

static void ask(void) {
	int answered = 0, left = 0;
	for (int i = 0; i < count; i++) {
		VARIANT name;
		VariantInit(&name);
		HRESULT hr = property(held[i], Name, &name);
		if (SUCCEEDED(hr) && V_VT(&name) == VT_BSTR)
			answered++;
		else
			left++;
		VariantClear(&name);
	}
	printf("%d answered, %d gone\n", answered, left);
}

static const char *title;
static HWND found;

static BOOL CALLBACK look(HWND handle, LPARAM unused) {
	char name[512];
	(void)unused;
	GetWindowTextA(handle, name, sizeof name);
	if (IsWindowVisible(handle) && strncmp(name, title, strlen(title)) == 0)
		found = handle;
	return !found;
}

int main(int argc, char **argv) {
	if (argc != 2)
		return 2;
	title = argv[1];
	CoInitializeEx(NULL, COINIT_MULTITHREADED);
	HMODULE core = LoadLibraryA("uiautomationcore.dll");
	nodeFromHandle = (void *)GetProcAddress(core, "UiaNodeFromHandle");
	navigate = (void *)GetProcAddress(core, "UiaNavigate");
	nodeFromVariant = (void *)GetProcAddress(core, "UiaHUiaNodeFromVariant");
	property = (void *)GetProcAddress(core, "UiaGetPropertyValue");
	release = (void *)GetProcAddress(core, "UiaNodeRelease");
	if (!nodeFromHandle || !navigate || !nodeFromVariant || !property || !release)
		return 3;
	for (char line[80]; fgets(line, sizeof line, stdin);) {
		Node window = NULL;
		found = NULL;
		EnumWindows(look, 0);
		if (!found) {
			puts("! no such window");
		} else if (strncmp(line, "ask", 3) == 0) {
			ask();
		} else if (FAILED(nodeFromHandle(found, &window)) || !window) {
			puts("! the window does not answer");
		} else {
			keep = strncmp(line, "hold", 4) == 0;
			walk(window, 0);
			if (keep)
				printf("%d held\n", count);
			release(window);
		}
		puts(".");
		fflush(stdout);
	}
	return 0;
}

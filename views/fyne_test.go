package views

import (
	"image/color"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// The tests of this file are the canaries of docs/fyne.md: each fails once Fyne
// has mended a quirk, so that what the app does about it can go.

const mended = "Fyne has mended this; see docs/fyne.md for what can go"

// made is how many bytes some work allocates.
func made(work func()) int {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	work()
	runtime.ReadMemStats(&after)
	return int(after.TotalAlloc - before.TotalAlloc) // #nosec G115 -- it fits
}

// held is how many bytes more than before are in use after some work.
func held(work func()) int {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	work()
	runtime.GC()
	runtime.ReadMemStats(&after)
	return int(after.HeapAlloc) - int(before.HeapAlloc) // #nosec G115 -- it fits
}

const fontSize = 500_000 // bytes; each of Fyne's fonts takes more once it is parsed

func TestFyneSetThemeKeepsTheOldFonts(t *testing.T) {
	a := test.NewTempApp(t)
	const times = 8
	grown := held(func() {
		for range times {
			a.Settings().SetTheme(theme.DefaultTheme())
			fyne.MeasureText("over 230", 14, fyne.TextStyle{})
		}
	})
	if grown < times*fontSize {
		t.Errorf("%d times SetTheme keep %d bytes: %s", times, grown, mended)
	}
}

func TestFyneLoadsAllFontsOfAStyleAtOnce(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.DefaultTheme())
	whole := made(func() { fyne.MeasureText("over 230", 14, fyne.TextStyle{Italic: true}) })
	one := made(func() {
		fyne.CurrentApp().Driver().RenderedTextSize("over 230", 14, fyne.TextStyle{Bold: true}, theme.DefaultTextBoldFont())
	})
	if whole < one+fontSize {
		t.Errorf("a style takes %d bytes, one font of it %d: %s", whole, one, mended)
	}
}

func TestFyneParsesFontsForEachOverride(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.DefaultTheme())
	show := func() {
		c := software.NewCanvas()
		c.SetContent(container.NewThemeOverride(canvas.NewText("over 230", color.Black), theme.DefaultTheme()))
		c.Capture()
	}
	show()
	if again := made(show); again < fontSize {
		t.Errorf("the same theme for another object takes %d bytes: %s", again, mended)
	}
}

func TestFyneSoftwareRenderChangesTheApp(t *testing.T) {
	a := test.NewTempApp(t)
	other := theme.DefaultTheme()
	before := a.Settings().Theme()
	software.Render(canvas.NewText("a", color.Black), other) //nolint:forbidigo // this is what it does
	if reflect.DeepEqual(a.Settings().Theme(), before) {
		t.Error("software.Render leaves the app's theme: " + mended)
	}
}

func TestFyneDrawsNoShaderInSoftware(t *testing.T) {
	test.NewTempApp(t)
	drawn := func(o fyne.CanvasObject) color.Color {
		c := software.NewCanvas()
		c.SetPadded(false)
		c.SetContent(o)
		c.Resize(fyne.NewSize(20, 20))
		return c.Capture().At(10, 10)
	}
	red := []byte("void main() { gl_FragColor = vec4(1.0, 0.0, 0.0, 1.0); }")
	if at := drawn(canvas.NewShader("red", red, red)); at != drawn(&fyne.Container{}) { //nolint:forbidigo // this is what it does
		t.Errorf("a shader draws %v: %s", at, mended)
	}
}

func TestFyneWidgetsKeepEscape(t *testing.T) {
	test.NewTempApp(t)
	pressed := 0
	b := widget.NewButton("OK", func() { pressed++ })
	w := test.NewTempWindow(t, b)
	told := 0
	w.Canvas().SetOnTypedKey(func(*fyne.KeyEvent) { told++ })
	w.Canvas().Focus(b)
	for _, key := range []fyne.KeyName{fyne.KeyEscape, fyne.KeyReturn} {
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
	}
	if told > 0 || pressed > 0 {
		t.Errorf("the window is told of %d keys, and Enter has pressed the button %d times: %s", told, pressed, mended)
	}
}

// A dialog of files takes no size before it is shown.
func TestFyneSizesNoDialogOfFilesBefore(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("Fyne sizes it now: " + mended)
		}
	}()
	d := dialog.NewFileOpen(func(fyne.URIReadCloser, error) {}, test.NewTempWindow(t, container.NewWithoutLayout()))
	d.Resize(fyne.NewSize(900, 600))
}

func TestFyneLaysOutOnlyForAnotherSize(t *testing.T) {
	test.NewTempApp(t)
	times := 0
	w := &laid{times: &times}
	w.ExtendBaseWidget(w)
	w.Resize(fyne.NewSize(10, 10))
	before := times
	w.Resize(fyne.NewSize(10, 10))
	if times != before {
		t.Error("a widget is laid out for the size that it has: " + mended)
	}
}

// laid counts how often it is laid out.
type laid struct {
	widget.BaseWidget
	times *int
}

func (l *laid) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(&fyne.Container{Layout: counting{l.times}})
}

type counting struct{ times *int }

func (counting) MinSize([]fyne.CanvasObject) fyne.Size   { return fyne.Size{} }
func (c counting) Layout([]fyne.CanvasObject, fyne.Size) { *c.times++ }

func TestFyneHidesWhatIsInAnOverlay(t *testing.T) {
	test.NewTempApp(t)
	w := test.NewTempWindow(t, canvas.NewRectangle(color.Black))
	widget.ShowModalPopUp(widget.NewLabel("a"), w.Canvas())
	top := w.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("no overlay")
	}
	if path := reflect.TypeOf(top).Elem().PkgPath(); !strings.Contains(path, "/internal/") {
		t.Errorf("an overlay is a %T: %s", top, mended)
	}
}

func TestFyneDrawsTheWholeTextOfAnEntry(t *testing.T) {
	test.NewTempApp(t)
	e := widget.NewEntry()
	e.SetText(strings.Repeat("x", 1000))
	e.Resize(fyne.NewSize(100, 40))
	if found := test.RenderObjectToMarkup(e); !strings.Contains(found, strings.Repeat("x", 1000)) {
		t.Error("an entry draws what is in view alone: " + mended)
	}
}

// fyneSource is a file of the Fyne that the app is built with, for what shows in
// a real window alone.
func fyneSource(t *testing.T, file string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(fyneDir(), filepath.FromSlash(file)))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

var fyneDir = sync.OnceValue(func() string {
	out, _ := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "fyne.io/fyne/v2").Output()
	return strings.TrimSpace(string(out))
})

// What these tests look for stands in Fyne's source, as it needs a display to be seen.
func TestFyneSource(t *testing.T) {
	for name, quirk := range map[string]struct{ file, says string }{
		"caches are cleaned only by a refresh":          {"internal/driver/glfw/loop.go", "cache.Clean(refreshed)"},
		"renderers are kept for a minute":               {"internal/cache/base.go", "ValidDuration     = 1 * time.Minute"},
		"an override goes with its renderer":            {"internal/cache/base.go", "rinfo.renderer.Destroy()\n			overrides.Delete(wid)"},
		"the environment alone changes the time":        {"internal/cache/base.go", `os.Getenv("FYNE_CACHE")`},
		"the end does not empty the queue of functions": {"internal/driver/glfw/loop.go", "for len(funcQueue.Out()) > 0 {"},
		"after the end, Do does all at once":            {"internal/driver/glfw/loop.go", "|| drained.Load() {"},
		"the queue is closed while others send":         {"internal/async/chan.go", "	close(ch.in)\n"},
		"it sends after it has asked":                   {"internal/driver/glfw/loop.go", "|| drained.Load() {\n		f()\n		return\n	}\n\n	if wait {"},
		"settings are opened whatever they are":         {"app/settings_file.go", "file, err := os.Open(path)"},
		"preferences are opened whatever they are":      {"app/preferences_nonweb.go", "file, err := os.Open(path)"},
		"a theme is opened whatever it is":              {"theme/theme_desktop.go", "f, err := os.Open(path)"},
		"what is due is opened whatever it is":          {"internal/scheduler/scheduler.go", "r, err := s.cache.Read(scheduleFile)"},
		"a list of two kinds is a panic":                {"app/preferences.go", "bools[i] = item.(bool)"},
		"SIGTERM does not ask the window":               {"internal/driver/glfw/driver_desktop.go", "fyne.Do(d.Quit)"},
		"a sign without font adds a face each time":     {"internal/painter/font.go", "	if toAdd != nil {\n		d.addFace(toAdd)\n"},
		"emoji are read after a theme's font":           {"internal/painter/font.go", "		font1 := th.Font(style)\n\n"},
		"what lies in an override is kept":              {"internal/cache/theme.go", "	default:\n		overrides.Store(c, s)\n"},
		"a text that is cut to no line is a panic":      {"widget/richtext.go", "			currentBound = &bounds[len(bounds)-1]\n			if boundWasNil {"},
		"texts of a closed window are kept":             {"internal/driver/glfw/window.go", "		cache.RangeTexturesFor(w.canvas, w.canvas.Painter().Free)\n		w.canvas.WalkTrees("},
		"they go with another content":                  {"internal/driver/glfw/window_desktop.go", "		cache.DeleteTextTexturesFor(w.canvas)\n"},
		"but not where a window is full screen":         {"internal/driver/glfw/window_desktop.go", "		w.canvas.Resize(scaledFull)\n		return\n"},
		"a blur keeps a picture of the window":          {"internal/painter/gl/draw.go", "	if !p.blurSnapTexValid || p.blurSnapW != bw || p.blurSnapH != bh {"},
		"sizes of texts are looked up by an interface":  {"internal/cache/text.go", "var fontSizeCache async.Map[fontSizeEntry, *fontMetric]"},
		"one shaper measures for all":                   {"internal/painter/font.go", "var shaper = &shaping.HarfbuzzShaper{}"},
		"preferences are not saved whole or not at all": {"app/preferences_nonweb.go", "os.Create(path)"},
		"preferences are saved at the end":              {"app/app.go", "if prefs, ok := newApp.prefs.(*preferences); ok {\n\t\t\tprefs.forceImmediateSave()"},
		"any scale is taken":                            {"internal/driver/glfw/scale.go", "if err == nil && scale != 0 {\n\t\t\treturn float32(scale)"},
		"the bus is looked for by a library":            {"app/app_xdg.go", "portalSettings.OnSignalSettingChanged("},
		"it goes on without GLFW":                       {"internal/driver/glfw/loop_desktop.go", "fyne.LogError(\"failed to initialise GLFW\", err)\n\t\treturn"},
		"a polygon has 16 points at most":               {"canvas/arbitrary_polygon.go", "limited to 16 vertices"},
		"what is scrollable is a clip of its own":       {"internal/driver/util.go", "	if isClipWithRenderer(obj, renderer) {\n		clipPos = pos\n		clipSize = obj.Size()\n"},
		"Linux has nothing for a screen reader":         {"internal/driver/glfw/accessibility_notdarwin.go", "//go:build !accessibility || (!darwin && !windows)"},
		"Windows tells of containers alone":             {"internal/driver/glfw/accessibility_windows.go", "if cont, ok := obj.(*fyne.Container); ok {"},
		"Windows frees what a reader may hold":          {"internal/driver/glfw/accessibility_windows.c", "        for (int i = 0; i < g_root->childCount; i++) {\n            free(g_root->children[i]->name);\n            free(g_root->children[i]);"},
		"macOS frees the list that it keeps":            {"internal/driver/glfw/accessibility_darwin.m", "globalAccessibilityElements = [NSMutableArray array];"},
		"macOS never takes a thing off that list":       {"internal/driver/glfw/accessibility_darwin.m", "[globalAccessibilityElements addObject:element];"},
		"macOS tells of containers alone":               {"internal/driver/glfw/accessibility_darwin.go", "if cont, ok := obj.(*fyne.Container); ok {"},
		"macOS tells of nothing that can be pressed":    {"internal/driver/glfw/accessibility_darwin.go", "		nil, nil, nil,\n	)"},
		"macOS tells all anew at each frame":            {"internal/driver/glfw/loop.go", "			w.updateAccessibility()\n"},
		"displays are told by their names":              {"internal/driver/glfw/window_notdarwin_notwasm.go", "if m.GetName() != primary.GetName() {"},
		"a window fills the display that it is on":      {"internal/driver/glfw/window_notdarwin.go", "	monitor := w.getMonitorForWindow()\n\n	w.doApplyFullScreen(monitor, full)\n"},
		"another cursor comes with a move":              {"internal/driver/glfw/window.go", "	if w.cursor != cursor {\n		// cursor has changed, store new cursor and apply change via glfw"},
		"the mouse is where it is at a frame":           {"internal/driver/glfw/window_desktop.go", "	w.newMousePosX = xpos\n	w.newMousePosY = ypos\n	w.mousePosUpdateProcessed = false\n"},
		"it is dark until the desktop answers":          {"internal/app/theme_xdg.go", "var CurrentVariant atomic.Uint64"},
		"a menu of the bar hides its item":              {"internal/driver/glfw/menu_bar_item.go", "	Menu   *fyne.Menu\n	Parent *MenuBar\n\n	active  bool\n	child   *publicWidget.Menu"},
		"a menu hides which item has the keyboard":      {"widget/menu.go", "activeItem    *menuItem"},
		"Enter closes a menu that holds another":        {"widget/menu_item.go", "		i.Child().TriggerLast()\n		return\n	}\n	i.trigger()\n"},
		"a double click holds each click":               {"internal/driver/glfw/window.go", "doubleTap"},
	} {
		if !strings.Contains(fyneSource(t, quirk.file), quirk.says) {
			t.Errorf("%s: %s no longer has %q: %s", name, quirk.file, quirk.says, mended)
		}
	}
	for name, gone := range map[string]struct{ file, says string }{
		"the desktop knows no long press": {"internal/driver/glfw/window.go", "ongPress"},
		"no call chooses the language":    {"lang/lang.go", "func Set"},
		"macOS keeps what there ever was": {"internal/driver/glfw/accessibility_darwin.m", "[globalAccessibilityElements remove"},
	} {
		if strings.Contains(fyneSource(t, gone.file), gone.says) {
			t.Errorf("%s: %s has %q: %s", name, gone.file, gone.says, mended)
		}
	}
}

// countedIcon counts how often it is read.
type countedIcon struct {
	fyne.Resource
	n int
}

func (c *countedIcon) Content() []byte {
	c.n++
	return c.Resource.Content()
}

func TestFyneReadsAnIconAtEachRefresh(t *testing.T) {
	test.NewTempApp(t)
	icon := &countedIcon{Resource: theme.DefaultTheme().Icon(theme.IconNameMenu)}
	i := canvas.NewImageFromResource(icon)
	i.Resize(fyne.NewSize(8, 8))
	i.Refresh()
	before := icon.n
	i.Refresh()
	if icon.n == before {
		t.Error("an icon is not read at a refresh: " + mended)
	}
}

func TestFyneDrawsAnOldIconUnderANewName(t *testing.T) {
	test.NewTempApp(t)
	icon := func(name, fill string) fyne.Resource {
		return fyne.NewStaticResource(name, []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8" viewBox="0 0 8 8"><rect width="8" height="8" fill="`+fill+`"/></svg>`))
	}
	i := canvas.NewImageFromResource(icon("one.svg", "#ff0000"))
	i.Refresh()
	i.Resource = icon("two.svg", "#0000ff")
	i.Resize(fyne.NewSize(8, 8)) // before the refresh
	i.Refresh()
	if r, _, b, _ := i.Image.At(4, 4).RGBA(); r == 0 && b > 0 {
		t.Error("an icon that is changed and then laid out is the new one: " + mended)
	}
}

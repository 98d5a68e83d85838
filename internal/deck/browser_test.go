package deck

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/websocket"

	"beltroad/internal/ooxml/ooxmltest"
)

// browser is a page in Chromium, which finds no host by its name.
type browser struct {
	t    *testing.T
	ws   *websocket.Conn
	n    int
	page string   // the session of the page that is shown
	told []string // what the page complained of, and what it asked the network for
}

func chromium(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	ooxmltest.Needs(t, "chromium")
	return ""
}

// browse shows a file.
func browse(t *testing.T, path string) *browser {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), chromium(t), "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", // #nosec G204 -- a test
		"--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND", "--remote-allow-origins=*", "--window-size=1280,720", "--hide-scrollbars",
		"--user-data-dir="+t.TempDir(), "--remote-debugging-port=0", "about:blank")
	said, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	at := ""
	for lines := bufio.NewScanner(said); lines.Scan(); {
		if _, rest, ok := strings.Cut(lines.Text(), "listening on "); ok {
			at = rest
			break
		}
	}
	if at == "" {
		t.Fatal("the browser does not listen")
	}
	go func() { // it goes on to say things
		for b := make([]byte, 1024); ; {
			if _, err := said.Read(b); err != nil {
				return
			}
		}
	}()
	ws, err := websocket.Dial(at, "", "http://127.0.0.1")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = ws.Close() })
	ws.MaxPayloadBytes = 1 << 26
	b := &browser{t: t, ws: ws}
	target := b.call("", "Target.createTarget", map[string]any{"url": "about:blank"})
	b.page, _ = b.call("", "Target.attachToTarget", map[string]any{"targetId": target["targetId"], "flatten": true})["sessionId"].(string)
	for _, part := range []string{"Page", "Runtime", "Log", "Network"} {
		b.call(b.page, part+".enable", nil)
	}
	b.call(b.page, "Page.navigate", map[string]any{"url": (&url.URL{Scheme: "file", Path: path}).String()})
	b.until("document.readyState + document.documentElement.classList", "completelive")
	return b
}

// call asks the browser, and takes down what it tells meanwhile.
func (b *browser) call(session, method string, params map[string]any) map[string]any {
	b.t.Helper()
	b.n++
	ask := map[string]any{"id": b.n, "method": method}
	if params != nil {
		ask["params"] = params
	}
	if session != "" {
		ask["sessionId"] = session
	}
	if err := websocket.JSON.Send(b.ws, ask); err != nil {
		b.t.Fatal(err)
	}
	for {
		var answer struct {
			ID     int             `json:"id"`
			Method string          `json:"method"`
			Params json.RawMessage `json:"params"`
			Result map[string]any  `json:"result"`
			Error  any             `json:"error"`
		}
		if err := websocket.JSON.Receive(b.ws, &answer); err != nil {
			b.t.Fatal(err)
		}
		switch {
		case answer.ID == b.n:
			if answer.Error != nil {
				b.t.Fatalf("%s: %v", method, answer.Error)
			}
			return answer.Result
		case answer.Method == "Log.entryAdded", answer.Method == "Runtime.exceptionThrown", answer.Method == "Runtime.consoleAPICalled":
			b.told = append(b.told, string(answer.Params))
		case answer.Method == "Network.requestWillBeSent":
			var r struct {
				Request struct {
					URL string `json:"url"`
				} `json:"request"`
			}
			_ = json.Unmarshal(answer.Params, &r)
			if !strings.HasPrefix(r.Request.URL, "file:") && !strings.HasPrefix(r.Request.URL, "data:") && r.Request.URL != "about:blank" {
				b.told = append(b.told, "request of "+r.Request.URL)
			}
		}
	}
}

func (b *browser) eval(expression string) string {
	b.t.Helper()
	r, _ := b.call(b.page, "Runtime.evaluate", map[string]any{"expression": "String(" + expression + ")"})["result"].(map[string]any)
	s, _ := r["value"].(string)
	return s
}

// until waits until an expression has a value.
func (b *browser) until(expression, want string) {
	b.t.Helper()
	const most = 2000
	got := ""
	for range most {
		if got = b.eval(expression); got == want {
			return
		}
	}
	b.t.Fatalf("%s is %q, want %q", expression, got, want)
}

func (b *browser) press(keys ...string) {
	b.t.Helper()
	for _, k := range keys {
		p := map[string]any{"type": "keyDown", "key": k, "code": k}
		if len(k) == 1 {
			p["text"] = k
		}
		b.call(b.page, "Input.dispatchKeyEvent", p)
		p["type"] = "keyUp"
		delete(p, "text")
		b.call(b.page, "Input.dispatchKeyEvent", p)
	}
}

// picture keeps what is seen below the folder that KEEP names.
func (b *browser) picture(name string) {
	b.t.Helper()
	dir := os.Getenv("KEEP")
	if dir == "" {
		return
	}
	shot, _ := b.call(b.page, "Page.captureScreenshot", nil)["data"].(string)
	img, err := base64.StdEncoding.DecodeString(shot)
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, name), img, 0o600)
	}
	if err != nil {
		b.t.Fatal(err)
	}
}

func TestHTML(t *testing.T) {
	d := sample(t)
	path := kept(t, "lesson.html", d.HTML)
	b := browse(t, path)
	at := func() string {
		return b.eval("document.querySelector('section.now').id + ' ' + [...document.documentElement.classList].sort().join(' ')")
	}
	last := fmt.Sprintf("s%d", len(d.Pages))
	for _, c := range []struct {
		keys []string
		want string
	}{
		{nil, "s1 live"},
		{[]string{"ArrowRight"}, "s2 live"},
		{[]string{"PageDown", " "}, "s4 live"},
		{[]string{"ArrowLeft"}, "s3 live"},
		{[]string{"End"}, last + " live"},
		{[]string{"ArrowRight"}, last + " live"},
		{[]string{"Home"}, "s1 live"},
		{[]string{"3", "Enter"}, "s3 live"},
		{[]string{"n"}, "s3 live noted"},
		{[]string{"b"}, "s3 black live noted"},
		{[]string{"w"}, "s3 live noted white"},
		{[]string{"ArrowRight"}, "s3 live noted"}, // ends the white alone
		{[]string{"?"}, "s3 helped live noted"},
		{[]string{"Escape", "N"}, "s3 live"},
		{[]string{"o"}, "s3 live over"},
		{[]string{"ArrowRight", "Enter"}, "s4 live"},
	} {
		b.press(c.keys...)
		if got := at(); got != c.want {
			t.Errorf("%q: %s, want %s", c.keys, got, c.want)
		}
	}
	b.picture("html-slide.png")
	if got := b.eval("document.querySelector('.at').textContent"); !strings.HasPrefix(got, "4 / ") {
		t.Errorf("those who do not see it hear %q", got)
	}
	b.press("Home", "o")
	b.picture("html-over.png")
	b.press("Escape", "3", "Enter", "n")
	b.picture("html-notes.png")
	if got := b.eval(`document.fonts.check("16px 'Noto Sans'") && [...document.fonts].every(f => f.status !== "error")`); got != "true" {
		t.Error("its fonts are not taken")
	}
	b.eval(`fetch("https://example.org/").then(() => document.title = "out", () => document.title = "kept")`)
	b.until("document.title", "kept")
	for _, told := range b.told {
		if !strings.Contains(told, "example.org") {
			t.Errorf("the page complains: %s", told)
		}
	}
}

// Where scripts do not run, all is there one below the other.
func TestHTMLReadsWithoutScript(t *testing.T) {
	d := sample(t)
	var b strings.Builder
	if err := d.HTML(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	page := b.String()
	for i := range d.Pages {
		if !strings.Contains(page, fmt.Sprintf(`<section id="s%d"`, i+1)) {
			t.Errorf("slide %d is missing", i+1)
		}
	}
	for _, colour := range []string{"#d6203a", "#ffc800"} { // of what was drawn by hand
		if !strings.Contains(page, colour) {
			t.Errorf("no ink of %s", colour)
		}
	}
	for _, bad := range []string{"\x00", "\x1b", "http://example", "<b>"} {
		if strings.Contains(page, bad) {
			t.Errorf("%q is there", bad)
		}
	}
	if len(page) > 1<<20 {
		t.Errorf("%d bytes", len(page))
	}
}

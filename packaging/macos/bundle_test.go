package main

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/jackmordaunt/icns/v3"
	"github.com/micromdm/plist"
)

var made = time.Unix(1_700_000_000, 0)

// written is a bundle around a stand-in for the program.
func written(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	program, paper, app := filepath.Join(dir, "built"), filepath.Join(dir, "LICENSE"), filepath.Join(dir, "An App.app")
	must(t, os.WriteFile(program, []byte("program"), 0o600))
	must(t, os.WriteFile(paper, []byte("licence"), 0o600))
	must(t, os.MkdirAll(filepath.Join(app, "old"), 0o700)) // of a build before
	b := bundle{info: infoOf("An App", "org.example.app", "1.2.3", "45"), made: made, program: program, icon: drawing(t), papers: []string{paper}}
	must(t, b.write(app))
	return app
}

func drawing(t *testing.T) []byte {
	t.Helper()
	svg, err := os.ReadFile(filepath.Join("..", "..", "assets", "icon", "icon.svg"))
	must(t, err)
	return svg
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestLayout(t *testing.T) {
	app := written(t)
	want := map[string]fs.FileMode{
		".": 0o755, "Contents": 0o755, "Contents/MacOS": 0o755, "Contents/Resources": 0o755,
		"Contents/Info.plist": 0o644, "Contents/MacOS/beltroad": 0o755,
		"Contents/Resources/LICENSE": 0o644, "Contents/Resources/icon.icns": 0o644,
	}
	must(t, filepath.WalkDir(app, func(path string, d fs.DirEntry, err error) error {
		must(t, err)
		name, err := filepath.Rel(app, path)
		must(t, err)
		at, err := d.Info()
		must(t, err)
		if mode, ok := want[name]; !ok || at.Mode().Perm() != mode {
			t.Errorf("%s has mode %o, want %o", name, at.Mode().Perm(), mode)
		}
		if !at.ModTime().Equal(made) {
			t.Errorf("%s is of %v", name, at.ModTime())
		}
		delete(want, name)
		return nil
	}))
	for name := range want {
		t.Error("there is no", name)
	}
	if got, err := os.ReadFile(filepath.Join(app, "Contents", "MacOS", "beltroad")); err != nil || string(got) != "program" {
		t.Errorf("the program is %q, %v", got, err)
	}
}

// A double click is for what the app is told of as a document, and that is told by a type.
func TestTypes(t *testing.T) {
	b, err := os.ReadFile(filepath.Join(written(t), "Contents", "Info.plist"))
	must(t, err)
	var got struct {
		Documents []struct {
			Types []string `plist:"LSItemContentTypes"`
		} `plist:"CFBundleDocumentTypes"`
		Types []struct {
			ID   string              `plist:"UTTypeIdentifier"`
			Tags map[string][]string `plist:"UTTypeTagSpecification"`
		} `plist:"UTExportedTypeDeclarations"`
	}
	must(t, plist.Unmarshal(b, &got))
	if len(got.Documents) == 0 || len(got.Documents) != len(got.Types) {
		t.Fatalf("%+v", got)
	}
	if ends := got.Types[len(got.Types)-1].Tags["public.filename-extension"]; !slices.Equal(ends, []string{"dossier"}) {
		t.Errorf("the last type is known by %q", ends)
	}
	for i, d := range got.Documents {
		if len(d.Types) != 1 || d.Types[0] != got.Types[i].ID || len(got.Types[i].Tags["public.filename-extension"]) != 1 {
			t.Errorf("%+v is of %+v", d, got.Types[i])
		}
	}
}

// TestInfo reads the list back as macOS does: by its keys.
func TestInfo(t *testing.T) {
	app := written(t)
	b, err := os.ReadFile(filepath.Join(app, "Contents", "Info.plist"))
	must(t, err)
	var got map[string]any
	must(t, plist.Unmarshal(b, &got))
	for key, want := range map[string]any{
		"CFBundleName": "An App", "CFBundleIdentifier": "org.example.app", "CFBundleShortVersionString": "1.2.3", "CFBundleVersion": "45",
		"CFBundlePackageType": "APPL", "CFBundleInfoDictionaryVersion": "6.0", "LSMinimumSystemVersion": oldest, "NSHighResolutionCapable": true,
	} {
		if got[key] != want {
			t.Errorf("%s is %v, want %v", key, got[key], want)
		}
	}
	for key, folder := range map[string]string{"CFBundleExecutable": "MacOS", "CFBundleIconFile": "Resources"} {
		name, _ := got[key].(string)
		if at, err := os.Stat(filepath.Join(app, "Contents", folder, name)); err != nil || !at.Mode().IsRegular() {
			t.Errorf("%s names %q: %v", key, name, err)
		}
	}
}

// TestEntitlements finds out what the app would be allowed beyond the hardened runtime.
func TestEntitlements(t *testing.T) {
	b, err := os.ReadFile("entitlements.plist")
	must(t, err)
	var got map[string]any
	must(t, plist.Unmarshal(b, &got))
	if len(got) > 0 {
		t.Errorf("the app asks for %v; say why in docs/packaging.md, and allow it here", got)
	}
}

func TestIcon(t *testing.T) {
	var b bytes.Buffer
	must(t, writeIcon(&b, drawing(t)))
	if n := binary.BigEndian.Uint32(b.Bytes()[4:]); string(b.Bytes()[:4]) != "icns" || int(n) != b.Len() {
		t.Errorf("it begins with %q and says it is %d bytes long, of %d", b.Bytes()[:4], n, b.Len())
	}
	var found []string
	for rest := b.Bytes()[8:]; len(rest) > 0; { // its chunks, without the library's help
		kind, size := string(rest[:4]), binary.BigEndian.Uint32(rest[4:])
		found = append(found, kind)
		picture, err := png.Decode(bytes.NewReader(rest[8:size]))
		must(t, err)
		i := slices.IndexFunc(kinds, func(k icns.OsType) bool { return k.ID == kind })
		if i < 0 || picture.Bounds() != image.Rect(0, 0, int(kinds[i].Size), int(kinds[i].Size)) {
			t.Errorf("%s is %v", kind, picture.Bounds())
		}
		rest = rest[size:]
	}
	if len(found) != len(kinds) {
		t.Errorf("it holds %q", found)
	}
	if largest, err := icns.Decode(&b); err != nil || largest.Bounds().Dx() != 1024 {
		t.Errorf("read back: %v", err)
	}
}

// TestDrawing compares what is drawn with the picture that the app itself has.
func TestDrawing(t *testing.T) {
	f, err := os.Open(filepath.Join("..", "..", "assets", "icon", "icon.png"))
	must(t, err)
	defer f.Close()
	want, err := png.Decode(f)
	must(t, err)
	got, err := draw(drawing(t), want.Bounds().Dx())
	must(t, err)
	const step = 16 // through the middles of the drawing's squares of 32
	for y := step; y < want.Bounds().Dy(); y += 2 * step {
		for x := step; x < want.Bounds().Dx(); x += 2 * step {
			if !nearly(got.At(x, y).RGBA())(want.At(x, y).RGBA()) {
				t.Errorf("%d, %d is %v, want %v", x, y, got.At(x, y), want.At(x, y))
			}
		}
	}
	if _, err := draw([]byte("<svg"), 16); err == nil {
		t.Error("a broken drawing is drawn")
	}
}

// nearly tells whether two colours are the same but for rounding.
func nearly(r, g, b, a uint32) func(r, g, b, a uint32) bool {
	return func(r2, g2, b2, a2 uint32) bool {
		const most = 0x0800
		for _, pair := range [][2]uint32{{r, r2}, {g, g2}, {b, b2}, {a, a2}} {
			if max(pair[0], pair[1])-min(pair[0], pair[1]) > most {
				return false
			}
		}
		return true
	}
}

func TestDescribed(t *testing.T) {
	env := map[string]string{"BELTROAD_NAME": "An App", "BELTROAD_ID": "org.example.app", "BELTROAD_VERSION": "1.2.3", "BELTROAD_BUILD": "45", "SOURCE_DATE_EPOCH": "1700000000"}
	get := func(name string) string { return env[name] }
	if i, at, err := described(get); err != nil || i.ShortVersion != "1.2.3" || !at.Equal(made) {
		t.Errorf("%+v, %v, %v", i, at, err)
	}
	for name, value := range env {
		env[name] = ""
		if _, _, err := described(get); err == nil {
			t.Errorf("no error without %s", name)
		}
		env[name] = value
	}
}

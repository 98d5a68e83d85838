// Command notices writes the licences of everything that the program is built
// from: the Go modules linked on any platform, and what stands in extra/.
//
//	go run ./script/notices           write the file
//	go run ./script/notices -check    fail if the file is stale
package main

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"embed"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"regexp"
	"slices"
	"strings"

	"beltroad/internal/packed"
)

const (
	widest   = 100 // bytes in a line
	output   = "assets/notices/THIRD_PARTY_NOTICES.txt"
	standard = "The Go standard library; in a browser, also wasm_exec.js"
	rule     = "\n================================================================================\n\n"
)

//go:embed extra/*.txt
var extra embed.FS

var licenceFile = regexp.MustCompile(`(?i)^(licen[cs]e|copying|copyright|notice|unlicense|patents)([-_.].*)?$`)

type module struct{ name, dir string }

// notice is one licence text and the names of everything that it covers.
type notice struct {
	text   string
	covers []string
}

func main() {
	check := flag.Bool("check", false, "only compare")
	flag.Parse()
	if err := run(*check); err != nil {
		fmt.Fprintln(os.Stderr, "notices:", err)
		os.Exit(1)
	}
}

func run(check bool) error {
	modules, err := linked()
	if err != nil {
		return err
	}
	text, err := write(modules)
	if err != nil {
		return err
	}
	if !check {
		return errors.Join(os.WriteFile(output, text, 0o644), os.WriteFile(output+".gz", pack(text), 0o644))
	}
	kept, err := os.ReadFile(output)
	if err != nil {
		return err
	}
	built, err := os.ReadFile(output + ".gz")
	if err == nil && (!bytes.Equal(kept, text) || !bytes.Equal(packed.Unpack(built), text)) {
		err = errors.New(output + " is stale: go run ./script/notices")
	}
	return err
}

// pack is a text as it is built into the program.
func pack(text []byte) []byte {
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, gzip.BestCompression) // which is a level
	_, _ = w.Write(text)                                  // a buffer takes all
	_ = w.Close()
	return b.Bytes()
}

// linked lists the modules that the program is built from on any platform.
func linked() ([]module, error) {
	var modules []module
	for _, platform := range []string{"linux/amd64", "windows/amd64", "darwin/arm64", "js/wasm"} {
		goos, goarch, _ := strings.Cut(platform, "/")
		list := exec.Command("go", "list", "-deps", "-tags", "migrated_fynedo",
			"-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}", ".")
		list.Env = append(os.Environ(), "GOOS="+goos, "GOARCH="+goarch, "CGO_ENABLED=1")
		list.Stderr = os.Stderr
		lines, err := list.Output()
		if err != nil {
			return nil, fmt.Errorf("go list for %s: %w", platform, err)
		}
		for line := range strings.Lines(string(lines)) {
			name, dir, _ := strings.Cut(strings.TrimSpace(line), "\t")
			modules = append(modules, module{name, dir})
		}
	}
	slices.SortFunc(modules, func(a, b module) int { return cmp.Compare(a.name, b.name) })
	return slices.Compact(modules), nil
}

// write sets each licence text once, below the names that it is for.
func write(modules []module) ([]byte, error) {
	var notices []notice
	for _, m := range modules {
		texts, err := licences(os.DirFS(m.dir))
		if err != nil {
			return nil, err
		}
		if len(texts) == 0 {
			return nil, fmt.Errorf("%s has no licence", m.name)
		}
		for _, t := range texts {
			notices = add(notices, m.name+t.below, t.text)
			if strings.HasPrefix(m.name, "golang.org/x/text ") { // the same authors, the same text
				notices = add(notices, standard, t.text)
			}
		}
	}
	var b bytes.Buffer
	b.WriteString("Belt and Road Explorer is built from the work of many. Their licences follow.\n")
	names, err := fs.Glob(extra, "extra/*.txt")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		text, err := extra.ReadFile(name)
		if err != nil {
			return nil, err
		}
		b.WriteString(rule + strings.TrimSpace(string(text)) + "\n")
	}
	for _, n := range notices {
		b.WriteString(rule + strings.Join(n.covers, "\n") + "\n\n" + n.text + "\n")
	}
	return b.Bytes(), nil
}

func add(notices []notice, name, text string) []notice {
	i := slices.IndexFunc(notices, func(n notice) bool { return n.text == text })
	if i < 0 {
		return append(notices, notice{text, []string{name}})
	}
	if !slices.Contains(notices[i].covers, name) {
		notices[i].covers = append(notices[i].covers, name)
	}
	return notices
}

// licence is a text, and the folder below the module that it is for.
type licence struct{ below, text string }

// licences reads every licence in the folder of a module.
func licences(root fs.FS) ([]licence, error) {
	var texts []licence
	err := fs.WalkDir(root, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && slices.Contains([]string{"testdata", "examples", "cmd"}, entry.Name()):
			return fs.SkipDir
		case entry.IsDir() || !licenceFile.MatchString(entry.Name()) || path.Ext(name) == ".go":
			return nil
		}
		text, err := fs.ReadFile(root, name)
		below := ""
		if strings.Contains(name, "/") {
			below = ", " + name
		}
		texts = append(texts, licence{below, tidy(string(text))})
		return err
	})
	return texts, err
}

// tidy makes a licence readable in a window that does not wrap lines.
func tidy(text string) string {
	var lines []string
	for line := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		line = strings.TrimRight(line, " \t")
		for len(line) > widest && strings.Contains(line[:widest], " ") {
			end := strings.LastIndex(line[:widest], " ")
			lines = append(lines, line[:end])
			line = line[end+1:]
		}
		lines = append(lines, line)
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

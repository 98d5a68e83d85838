package main

import (
	"debug/macho"
	"encoding/base64"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// apples are stand-ins for Apple's tools: each notes how it was called, and
// does as little as what comes after it needs.
var apples = map[string]string{
	"lipo":     `[ "$1 $2" = "-create -output" ] && cp "$5" "$3"`,
	"codesign": ``,
	"hdiutil":  `for last; do :; done; echo image >"$last"`,
	"security": `case $1 in find-identity) echo '  1) 0123 "Developer ID Application: Someone (TEAM)"' ;; esac`,
	"uuidgen":  `echo 1234-5678`,
	"xcrun":    ``,
	"spctl":    ``,
}

// built runs the script as on a Mac, and gives what it asked Apple's tools to
// do. In place of the app it builds a program that needs no C.
func built(t *testing.T, secrets ...string) (calls, dist string) {
	t.Helper()
	root, err := filepath.Abs(filepath.Join("..", ".."))
	must(t, err)
	bin := t.TempDir()
	dist = t.TempDir()
	noted := filepath.Join(bin, "calls")
	apples["cyclonedx-gomod"] = "" // packaging/sbom has a test of its own
	for name, does := range apples {
		must(t, os.WriteFile(filepath.Join(bin, name), []byte("#!/bin/sh\necho \""+name+" $*\" >>'"+noted+"'\n"+does+"\n"), 0o700))
	}
	c := exec.Command(filepath.Join(root, "packaging", "macos", "build"))
	c.Env = append(os.Environ(), append(secrets, "PATH="+bin+":"+os.Getenv("PATH"), "CGO_ENABLED=0", "BELTROAD_PROGRAM=./script/notices",
		"BELTROAD_NAME=An App", "BELTROAD_ID=org.example.app", "BELTROAD_VERSION=1.2.3", "BELTROAD_BUILD=45", "BELTROAD_COMMIT=abc",
		"SOURCE_DATE_EPOCH=1700000000", "BELTROAD_DIST="+dist)...)
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	b, err := os.ReadFile(noted)
	must(t, err)
	return string(b), dist
}

// inOrder checks that what matches the patterns is there, one after the other.
func inOrder(t *testing.T, calls string, patterns ...string) {
	t.Helper()
	rest := calls
	for _, p := range patterns {
		at := regexp.MustCompile(`(?m)^` + p + `$`).FindStringIndex(rest)
		if at == nil {
			t.Fatalf("no %s in its place in\n%s", p, calls)
		}
		rest = rest[at[1]:]
	}
}

func TestUnsigned(t *testing.T) {
	calls, dist := built(t)
	inOrder(t, calls,
		`lipo -create -output .*/beltroad .*/beltroad-amd64 .*/beltroad-arm64`,
		`codesign --force --options runtime --timestamp=none --entitlements packaging/macos/entitlements.plist --sign - .*/An App.app`,
		`codesign --verify --strict .*/An App.app`,
		`hdiutil create .*-volname An App -srcfolder .*/volume .*/beltroad-1.2.3-macos.dmg`)
	for _, not := range []string{"security", "xcrun", "spctl"} {
		if strings.Contains(calls, not) {
			t.Errorf("%s was called, without a certificate:\n%s", not, calls)
		}
	}
	if b, err := os.ReadFile(filepath.Join(dist, "beltroad-1.2.3-macos.dmg")); err != nil || string(b) != "image\n" {
		t.Errorf("the image is %q, %v", b, err)
	}
	work := filepath.Join("..", "..", "build", "macos")
	for name, want := range map[string]macho.Cpu{"beltroad-amd64": macho.CpuAmd64, "beltroad-arm64": macho.CpuArm64, "volume/An App.app/Contents/MacOS/beltroad": macho.CpuArm64} {
		f, err := macho.Open(filepath.Join(work, name))
		must(t, err)
		if f.Cpu != want || f.Type != macho.TypeExec {
			t.Errorf("%s is a %v for %v, want one for %v", name, f.Type, f.Cpu, want)
		}
		must(t, f.Close())
	}
	if to, err := os.Readlink(filepath.Join(work, "volume", "Applications")); err != nil || to != "/Applications" {
		t.Errorf("beside the app is a link to %q, %v", to, err)
	}
}

func TestSigned(t *testing.T) {
	in := base64.StdEncoding.EncodeToString
	calls, _ := built(t, "MACOS_CERTIFICATE="+in([]byte("certificate")), "MACOS_CERTIFICATE_PASSWORD=secret",
		"NOTARY_KEY="+in([]byte("key")), "NOTARY_KEY_ID=ID", "NOTARY_ISSUER=ISSUER")
	inOrder(t, calls,
		`security import .*\.p12 .*`,
		`codesign --force --options runtime --timestamp --entitlements .* --sign Developer ID Application: Someone \(TEAM\) .*/An App.app`,
		`hdiutil create .*`,
		`codesign --timestamp --sign Developer ID Application: Someone \(TEAM\) .*\.dmg`,
		`xcrun notarytool submit .*\.dmg --key .* --key-id ID --issuer ISSUER --wait`,
		`xcrun stapler staple .*\.dmg`,
		`spctl --assess .*\.dmg`,
		`security delete-keychain .*`)
	left, err := filepath.Glob(filepath.Join("..", "..", "build", "macos", "*.p12"))
	must(t, err)
	if len(left) > 0 {
		t.Errorf("the certificate is left behind: %q", left)
	}
}

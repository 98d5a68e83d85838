package export

import (
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Fault is what is wrong with the name of a file.
type Fault string

// The faults, which are the ends of the keys of their translations.
const (
	NameEmpty    Fault = "empty"
	NamePath     Fault = "path"     // it has a slash or the like
	NameReserved Fault = "reserved" // Windows keeps it for a device
	NameHidden   Fault = "hidden"   // it has signs that are not seen, or turn the writing around
	NameEnd      Fault = "end"      // it ends, or begins, with a dot
	NameOption   Fault = "option"   // it begins with a dash, as options of programs do
	NameLong     Fault = "long"
)

// MostName is how many bytes a file's name may have. Windows counts units of
// UTF-16 instead, of which no name has more than it has bytes.
const MostName = 255

// devices are the names that Windows keeps for devices, with any end.
var devices = []string{"con", "prn", "aux", "nul", "conin$", "conout$"}

// ports are what follows the names that Windows keeps for ports.
var ports = []string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "¹", "²", "³"}

// CheckName is the name of a file with its end, or what is wrong with it. A
// name that is good here is good on every system. Bytes is its length.
func CheckName(name, end string) (file string, bytes int, fault Fault) {
	name = strings.TrimSpace(name)
	if cut := len(name) - len(end); cut > 0 && strings.EqualFold(name[cut:], end) {
		name = name[:cut]
	}
	file, bytes = name+end, len(name)+len(end)
	switch {
	case name == "":
		return file, bytes, NameEmpty
	case strings.ContainsAny(name, `/\:*?"<>|`) || file != filepath.Base(file):
		return file, bytes, NamePath
	case !utf8.ValidString(name) || strings.ContainsFunc(name, hidden) || !strings.ContainsFunc(name, seen):
		return file, bytes, NameHidden
	case strings.HasPrefix(name, ".") || strings.HasSuffix(name, ".") || strings.HasSuffix(name, " "):
		return file, bytes, NameEnd
	case strings.HasPrefix(name, "-"):
		return file, bytes, NameOption
	case device(name):
		return file, bytes, NameReserved
	case bytes > MostName:
		return file, bytes, NameLong
	}
	return file, bytes, ""
}

// hidden tells whether a character is not seen: control characters, and those
// that format, among them what turns the direction of writing.
func hidden(r rune) bool {
	return unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Other_Default_Ignorable_Code_Point) || r == utf8.RuneError
}

// seen tells whether a character is more than a blank, or one that only says how another looks.
func seen(r rune) bool { return !unicode.In(r, unicode.Zs, unicode.M) }

func device(name string) bool {
	stem, _, _ := strings.Cut(strings.ToLower(name), ".")
	stem = strings.TrimSpace(stem)
	if slices.Contains(devices, stem) {
		return true
	}
	for _, port := range []string{"com", "lpt"} {
		if n, ok := strings.CutPrefix(stem, port); ok && slices.Contains(ports, n) {
			return true
		}
	}
	return false
}

// mostSuggested leaves room for a few words of the user's own.
const mostSuggested = 192 // bytes

// Suggest makes a title fit for a file, in small letters and without its end.
func Suggest(title string) string {
	words := strings.FieldsFunc(title, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
	name := strings.ToLower(strings.Join(words, "-"))
	for len(name) > mostSuggested {
		_, n := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-n]
	}
	if name = strings.Trim(name, "-"); device(name) {
		name += "-"
	}
	return name
}

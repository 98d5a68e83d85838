package data

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	longestPath    = 200 // bytes; leaves room for the folder on every platform
	longestSegment = 100
)

// checkPath tells why a path in a descriptor is not one of a file inside the
// folder, by the rules of all platforms at once: a dossier that opens here must
// open, and mean the same, everywhere.
func checkPath(path string) error {
	switch {
	case path == "":
		return errors.New("an empty path")
	case len(path) > longestPath:
		return errors.New("a path that is too long")
	case !utf8.ValidString(path):
		return errors.New("a path that is not UTF-8")
	case isURL(path):
		return errors.New("a URL")
	}
	for segment := range strings.SplitSeq(path, "/") {
		if err := checkSegment(segment); err != nil {
			return err
		}
	}
	return nil
}

// isURL reports whether s starts like a web address. Any other scheme is
// refused for its colon.
func isURL(s string) bool {
	scheme, _, ok := strings.Cut(s, ":")
	return strings.Contains(s, "://") || ok && len(scheme) > 1 &&
		!strings.ContainsFunc(scheme, func(r rune) bool { return r > unicode.MaxASCII || !unicode.IsLetter(r) })
}

func checkSegment(s string) error {
	switch {
	case s == "":
		return errors.New("an empty part of a path")
	case s == "." || s == "..":
		return errors.New("a path with . or .. in it")
	case s[0] == '.':
		return errors.New("a hidden file or folder")
	case len(s) > longestSegment:
		return errors.New("a name that is too long")
	case strings.ContainsFunc(s, isForbidden):
		return errors.New("a character that not every platform allows in a name")
	case strings.HasSuffix(s, ".") || strings.HasSuffix(s, " ") || s[0] == ' ':
		return errors.New("a name that begins or ends with a space or ends with a dot")
	case isDevice(s):
		return errors.New("the name of a Windows device")
	}
	return nil
}

func isForbidden(r rune) bool {
	return strings.ContainsRune(`\:*?"<>|`, r) || !unicode.IsPrint(r)
}

// isDevice reports whether Windows opens a device instead of a file: CON,
// nul.csv, "com1 .txt", and with superscript digits LPT¹.
func isDevice(s string) bool {
	base, _, _ := strings.Cut(s, ".")
	base = strings.ToUpper(strings.TrimRight(base, " "))
	switch base {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$":
		return true
	}
	port, ok := strings.CutPrefix(base, "COM")
	if !ok {
		port, ok = strings.CutPrefix(base, "LPT")
	}
	digit, size := utf8.DecodeRuneInString(port)
	return ok && size > 0 && size == len(port) && strings.ContainsRune("0123456789¹²³", digit)
}

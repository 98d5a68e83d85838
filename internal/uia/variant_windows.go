package uia

import (
	"unicode/utf16"
	"unsafe"

	"golang.org/x/sys/windows"
)

var (
	oleaut       = windows.NewLazySystemDLL("oleaut32.dll")
	newString    = oleaut.NewProc("SysAllocStringLen")
	freeString   = oleaut.NewProc("SysFreeString")
	newArray     = oleaut.NewProc("SafeArrayCreateVector")
	putIntoArray = oleaut.NewProc("SafeArrayPutElement")
	_            = [1]byte{}[unsafe.Sizeof(variant{})-24] // as large as the system's
)

// The kinds of values.
const (
	kindNumber = 3  // VT_I4
	kindString = 8  // VT_BSTR
	kindYes    = 11 // VT_BOOL
	yes        = 0xffff
)

// variant is COM's value of any kind.
type variant struct {
	kind  uint16
	_     [3]uint16
	value uintptr
	_     uintptr
}

// variantOf is a value of COM's; whoever gets it frees the text in it.
func variantOf(v any) variant {
	switch v := v.(type) {
	case int32:
		return variant{kind: kindNumber, value: uintptr(uint32(v))} // #nosec G115 -- the same bits
	case string:
		return variant{kind: kindString, value: stringOf(v)}
	case bool:
		if v {
			return variant{kind: kindYes, value: yes}
		}
		return variant{kind: kindYes}
	default:
		return variant{}
	}
}

// free frees the text of a value that stayed here.
func (v *variant) free() {
	if v.kind == kindString {
		_, _, _ = freeString.Call(v.value)
	}
}

// stringOf is a text of COM's, 0 where there is no memory for it.
func stringOf(s string) uintptr {
	letters := utf16.Encode([]rune(s))
	n := len(letters)
	if n == 0 {
		letters = []uint16{0}
	}
	made, _, _ := newString.Call(uintptr(unsafe.Pointer(&letters[0])), uintptr(n))
	return made
}

// arrayOf is an array of COM's, 0 where there is no memory for it.
func arrayOf(all ...int32) uintptr {
	array, _, _ := newArray.Call(kindNumber, 0, uintptr(len(all)))
	for i := range all {
		at := int32(i) // #nosec G115 -- of a few
		if array != 0 {
			_, _, _ = putIntoArray.Call(array, uintptr(unsafe.Pointer(&at)), uintptr(unsafe.Pointer(&all[i])))
		}
	}
	return array
}

func number(yes bool) int32 {
	if yes {
		return 1
	}
	return 0
}

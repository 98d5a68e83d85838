// Package packed unpacks what is built into the program packed, as it is large
// and seldom asked for.
package packed

import (
	"bytes"
	"compress/gzip"
	"io"
)

// Unpack is what a file of gzip holds. The files of the program are whole (tested
// where they are used); of another one it is as much as can be read.
func Unpack(file []byte) []byte {
	r, err := gzip.NewReader(bytes.NewReader(file))
	if err != nil {
		return nil
	}
	all, _ := io.ReadAll(r)
	return all
}

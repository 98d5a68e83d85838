package data

import (
	"crypto/md5"  // #nosec G501 -- what descriptors have, and not for secrets
	"crypto/sha1" // #nosec G505 -- likewise
	"crypto/sha256"
	"crypto/sha512"
	"encoding/hex"
	"hash"
	"strings"
)

// stated is what a descriptor says of a file besides where it is.
type stated struct {
	hash  string // of an algorithm that it names; empty: not stated
	bytes int64  // negative: not stated
}

// newHash is that of the algorithm that a Data Package names before a hash, MD5
// if it names none; nil: it is not known here.
func newHash(stated string) hash.Hash {
	algorithm, _, named := strings.Cut(strings.ToLower(stated), ":")
	switch {
	case stated == "":
		return nil
	case !named, algorithm == "md5":
		return md5.New() // #nosec G401 -- as above
	case algorithm == "sha1":
		return sha1.New() // #nosec G401 -- as above
	case algorithm == "sha256":
		return sha256.New()
	case algorithm == "sha512":
		return sha512.New()
	}
	return nil
}

// checkHash notices a file that has changed since its descriptor was written. It
// may well be meant, so that it is a doubt.
func (r *reader) checkHash(file string, h hash.Hash) {
	want := r.stated[file].hash
	if h == nil || want == "" {
		return
	}
	algorithm, digits, named := strings.Cut(want, ":")
	if !named {
		algorithm, digits = "md5", want
	}
	if got := hex.EncodeToString(h.Sum(nil)); !strings.EqualFold(got, digits) {
		r.noticed = append(r.noticed, Problem{
			File: file, Found: "a file whose " + algorithm + " is " + got, Allowed: "the hash that " + descriptorFile + " states, " + quoted(digits),
		})
	}
}

// checkBytes likewise notices a file of another size.
func (r *reader) checkBytes(file string, size int64) {
	if want, ok := r.stated[file]; ok && want.bytes >= 0 && want.bytes != size {
		r.noticed = append(r.noticed, Problem{
			File: file, Found: count(int(size), "byte"), Allowed: "as many as " + descriptorFile + " states, " + count(int(want.bytes), "byte"),
		})
	}
}

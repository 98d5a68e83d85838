package pdftext

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5" //nolint:gosec // what such files are locked with
	"crypto/rc4" //nolint:gosec // likewise
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
	"math"
	"strings"
)

// lock is what the streams of an encrypted file are unlocked with: many are locked
// against changes alone, and open without a password.
type lock struct {
	key    []byte
	method name
}

// The methods.
const (
	methodRC4    name = "V2"
	methodAES128 name = "AESV2"
	methodAES256 name = "AESV3"
	methodNone   name = "None"
)

// padding is what an empty password is filled up with.
const padding = "\x28\xbf\x4e\x5e\x4e\x75\x8a\x41\x64\x00\x4e\x56\xff\xfa\x01\x08\x2e\x2e\x00\xb6\xd0\x68\x3e\x80\x2f\x0c\xa9\xfe\x64\x53\x69\x7a"

// newLock is the lock of a file that opens without a password; nil: another one.
func (f *file) newLock() *lock {
	d := f.dict(f.locked)
	version, _ := f.number(d["V"])
	revision, _ := f.number(d["R"])
	if f.name(d["Filter"]) != "Standard" {
		return nil
	}
	l := &lock{method: methodRC4}
	switch version {
	case 1, 2:
	case 4, 5: //nolint:mnd // of the standard
		l.method = f.methodOf(d)
	default:
		return nil
	}
	switch {
	case l.method != methodRC4 && l.method != methodAES128 && l.method != methodAES256 && l.method != methodNone:
		return nil
	case version == 5:
		l.key = f.longKey(d, revision)
	default:
		l.key = f.shortKey(d, revision)
	}
	if l.key == nil || l.method == methodAES256 != (version == 5) && l.method != methodNone {
		return nil
	}
	return l
}

// methodOf is the one of the streams.
func (f *file) methodOf(d dict) name {
	filter := f.name(d["StmF"])
	if filter == "" || filter == "Identity" {
		return methodNone
	}
	return f.name(f.dict(f.dict(d["CF"])[filter])["CFM"])
}

func (f *file) text(v any) string {
	s, _ := f.resolved(v).(text)
	return string(s)
}

// shortKey is that of RC4 and of AES with 128 bits, if an empty password makes it.
func (f *file) shortKey(d dict, revision float64) []byte {
	const rounds, least = 50, 5
	n := least
	if bits, ok := f.number(d["Length"]); revision >= 3 && ok {
		n = int(bits) / 8
	} else if revision >= 4 {
		n = md5.Size
	}
	owner, id := f.text(d["O"]), ""
	if ids := f.array(f.id); len(ids) > 0 {
		id = f.text(ids[0])
	}
	if n < least || n > md5.Size || len(owner) < len(padding) {
		return nil
	}
	permissions, _ := f.number(d["P"])
	seed := []byte(padding + owner[:len(padding)])
	seed = binary.LittleEndian.AppendUint32(seed, uint32(int64(math.Max(math.MinInt32, math.Min(permissions, math.MaxUint32))))) // #nosec G115 -- its low bits
	seed = append(seed, id...)
	if open, ok := f.resolved(d["EncryptMetadata"]).(bool); revision >= 4 && ok && !open {
		seed = append(seed, "\xff\xff\xff\xff"...)
	}
	sum := md5.Sum(seed) //nolint:gosec // as above
	if revision >= 3 {
		for range rounds {
			sum = md5.Sum(sum[:n]) //nolint:gosec // as above
		}
	}
	if check := proof(sum[:n], id, revision); !strings.HasPrefix(f.text(d["U"]), string(check)) {
		return nil
	}
	return sum[:n]
}

// proof is what the file says if a key is the right one.
func proof(key []byte, id string, revision float64) []byte {
	if revision < 3 {
		return inRC4(key, []byte(padding))
	}
	const rounds = 20
	sum := md5.Sum([]byte(padding + id)) //nolint:gosec // as above
	b := sum[:]
	for i := range byte(rounds) {
		round := bytes.Clone(key)
		for j := range round {
			round[j] ^= i
		}
		b = inRC4(round, b)
	}
	return b
}

func inRC4(key, b []byte) []byte {
	out := make([]byte, len(b))
	if c, err := rc4.NewCipher(key); err == nil { //nolint:gosec // as above
		c.XORKeyStream(out, b)
	}
	return out
}

// longKey is that of AES with 256 bits.
func (f *file) longKey(d dict, revision float64) []byte {
	const hash, salt, newest = 32, 8, 6
	user, key := f.text(d["U"]), []byte(f.text(d["UE"]))
	if len(user) < hash+2*salt || len(key) != hash {
		return nil
	}
	digest := func(salt string) []byte {
		sum := sha256.Sum256([]byte(salt))
		if revision == newest {
			return hardened(sum[:])
		}
		return sum[:]
	}
	if string(digest(user[hash:hash+salt])) != user[:hash] {
		return nil
	}
	c, err := aes.NewCipher(digest(user[hash+salt : hash+2*salt]))
	if err != nil {
		return nil
	}
	cipher.NewCBCDecrypter(c, make([]byte, aes.BlockSize)).CryptBlocks(key, key)
	return key
}

// hardened makes a hash costly, as the standard's second part has it.
func hardened(k []byte) []byte {
	const times, least, back, hash = 64, 64, 32, 32
	for round := 0; ; round++ {
		e := bytes.Repeat(k, times)
		c, err := aes.NewCipher(k[:aes.BlockSize])
		if err != nil {
			return nil
		}
		cipher.NewCBCEncrypter(c, k[aes.BlockSize:2*aes.BlockSize]).CryptBlocks(e, e)
		sum := 0
		for _, b := range e[:aes.BlockSize] {
			sum += int(b)
		}
		switch sum % 3 {
		case 0:
			h := sha256.Sum256(e)
			k = h[:]
		case 1:
			h := sha512.Sum384(e)
			k = h[:]
		default:
			h := sha512.Sum512(e)
			k = h[:]
		}
		if round+1 >= least && int(e[len(e)-1]) <= round+1-back {
			return k[:hash]
		}
	}
}

// unlocked is what a stream of the file holds, still packed.
func (l *lock) unlocked(s *stream) []byte {
	if l == nil || l.method == methodNone || s.dict["Type"] == name("XRef") {
		return s.raw
	}
	key := l.key
	if l.method != methodAES256 {
		const more, most = 5, 16
		seed := append(bytes.Clone(key), byte(s.number), byte(s.number>>8), byte(s.number>>16), byte(s.generation), byte(s.generation>>8)) // #nosec G115 -- byte by byte
		if l.method == methodAES128 {
			seed = append(seed, "sAlT"...)
		}
		sum := md5.Sum(seed) //nolint:gosec // as above
		key = sum[:min(len(key)+more, most)]
	}
	if l.method == methodRC4 {
		return inRC4(key, s.raw)
	}
	c, err := aes.NewCipher(key)
	if err != nil || len(s.raw) < 2*aes.BlockSize {
		return nil
	}
	whole := len(s.raw) - len(s.raw)%aes.BlockSize
	out := make([]byte, whole-aes.BlockSize)
	cipher.NewCBCDecrypter(c, s.raw[:aes.BlockSize]).CryptBlocks(out, s.raw[aes.BlockSize:whole])
	if n := int(out[len(out)-1]); n <= aes.BlockSize {
		out = out[:len(out)-n]
	}
	return out
}

package pdftext

import (
	"bytes"
	"compress/zlib"
	"encoding/ascii85"
	"io"

	"golang.org/x/image/tiff/lzw"
)

// unpacked is what a stream holds. Each byte of it counts.
func (f *file) unpacked(s *stream) ([]byte, error) {
	filters := f.array(s.dict["Filter"])
	if filters == nil && s.dict["Filter"] != nil {
		filters = array{s.dict["Filter"]}
	}
	params := f.array(s.dict["DecodeParms"])
	if params == nil {
		params = array{s.dict["DecodeParms"]}
	}
	const most = 4 // filters, one upon the other
	if len(filters) > most {
		return nil, ErrDamaged
	}
	b := f.lock.unlocked(s)
	for i, filter := range filters {
		var with dict
		if i < len(params) {
			with = f.dict(params[i])
		}
		var err error
		if b, err = f.filtered(b, f.name(filter), with); err != nil {
			return nil, err
		}
	}
	return b, nil
}

func (f *file) filtered(b []byte, filter name, with dict) ([]byte, error) {
	var r io.Reader
	switch filter {
	case "FlateDecode", "Fl":
		z, err := zlib.NewReader(bytes.NewReader(b))
		if err != nil {
			return nil, ErrDamaged
		}
		r = z
	case "LZWDecode", "LZW":
		if n, ok := f.number(with["EarlyChange"]); ok && n == 0 {
			return nil, ErrDamaged // no writer of today's does so
		}
		r = lzw.NewReader(bytes.NewReader(b), lzw.MSB, 8)
	case "ASCII85Decode", "A85":
		b, _, _ = bytes.Cut(b, []byte("~>"))
		r = ascii85.NewDecoder(bytes.NewReader(bytes.TrimPrefix(b, []byte("<~"))))
	case "ASCIIHexDecode", "AHx":
		l := &lexer{b: b, left: &f.values}
		return []byte(l.hex()), nil
	case "RunLengthDecode", "RL":
		r = &runs{b: b}
	default: // a picture
		return nil, ErrDamaged
	}
	out, err := io.ReadAll(io.LimitReader(r, f.budget+1))
	if f.budget -= int64(len(out)); f.budget < 0 {
		return nil, ErrTooMuch
	}
	if err != nil && len(out) == 0 {
		return nil, ErrDamaged
	}
	return f.predicted(out, with)
}

// runs unpacks runs of equal bytes.
type runs struct {
	b    []byte
	left []byte
}

func (r *runs) Read(b []byte) (int, error) {
	for len(r.left) == 0 {
		if len(r.b) < 2 || r.b[0] == 128 {
			return 0, io.EOF
		}
		if n := int(r.b[0]); n < 128 {
			stop := min(n+2, len(r.b))
			r.left, r.b = r.b[1:stop], r.b[stop:]
		} else {
			r.left, r.b = bytes.Repeat(r.b[1:2], 257-n), r.b[2:]
		}
	}
	n := copy(b, r.left)
	r.left = r.left[n:]
	return n, nil
}

// predicted undoes a prediction of bytes from those around them, as PNG has it.
// It is asked of object streams alone, of which each row has one byte a column.
func (f *file) predicted(b []byte, with dict) ([]byte, error) {
	if p, _ := f.number(with["Predictor"]); p < 2 {
		return b, nil
	} else if p < 10 {
		return nil, ErrDamaged // TIFF's is for pictures
	}
	columns := 1
	if n, ok := f.number(with["Columns"]); ok {
		columns = int(n)
	}
	if columns < 1 || columns > len(b) {
		return nil, ErrDamaged
	}
	var out []byte
	before := make([]byte, columns)
	for len(b) > 1 {
		row := bytes.Clone(b[1:min(columns+1, len(b))])
		for i := range row {
			var left, upLeft byte
			if i > 0 {
				left, upLeft = row[i-1], before[i-1]
			}
			row[i] += predict(b[0], left, before[i], upLeft)
		}
		b = b[min(columns+1, len(b)):]
		out = append(out, row...)
		copy(before, row)
	}
	return out, nil
}

func predict(how, left, up, upLeft byte) byte {
	switch how {
	case 1:
		return left
	case 2:
		return up
	case 3:
		return byte((int(left) + int(up)) / 2) // #nosec G115 -- below 256
	case 4:
		p := int(left) + int(up) - int(upLeft)
		a, b, c := abs(p-int(left)), abs(p-int(up)), abs(p-int(upLeft))
		switch {
		case a <= b && a <= c:
			return left
		case b <= c:
			return up
		default:
			return upLeft
		}
	default:
		return 0
	}
}

func abs(n int) int { return max(n, -n) }

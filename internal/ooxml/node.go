// Package ooxml writes Office Open XML: the parts of a file in their zip, with
// their types and the ways between them. What the parts say is for others.
package ooxml

import (
	"bytes"
	"encoding/xml"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Node is an element. Its names and attributes' names are the program's own;
// texts and values are whatever they are, and escaped.
type Node struct {
	name  string
	attrs []string // names and values in turn
	kids  []*Node
	text  string
}

// El is an element with attributes, names and values in turn. A value of "" is
// left out.
func El(name string, attrs ...string) *Node { return &Node{name: name, attrs: attrs} }

// Text is an element that holds a text.
func Text(name, text string) *Node { return &Node{name: name, text: Clean(text)} }

// Add adds elements; nil ones are left out.
func (n *Node) Add(kids ...*Node) *Node {
	for _, k := range kids {
		if k != nil {
			n.kids = append(n.kids, k)
		}
	}
	return n
}

// Set sets one more attribute.
func (n *Node) Set(name, value string) *Node {
	n.attrs = append(n.attrs, name, value)
	return n
}

// Bytes is the element as a document.
func (n *Node) Bytes() []byte {
	var b bytes.Buffer
	b.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n")
	n.write(&b)
	return b.Bytes()
}

func (n *Node) write(b *bytes.Buffer) {
	b.WriteByte('<')
	b.WriteString(n.name)
	for i := 0; i+1 < len(n.attrs); i += 2 {
		if n.attrs[i+1] == "" {
			continue
		}
		b.WriteByte(' ')
		b.WriteString(n.attrs[i])
		b.WriteString(`="`)
		escape(b, Clean(n.attrs[i+1]))
		b.WriteByte('"')
	}
	if len(n.kids) == 0 && n.text == "" {
		b.WriteString("/>")
		return
	}
	b.WriteByte('>')
	escape(b, n.text)
	for _, k := range n.kids {
		k.write(b)
	}
	b.WriteString("</" + n.name + ">")
}

func escape(b *bytes.Buffer, s string) {
	// a buffer takes everything, so there is no error
	_ = xml.EscapeText(b, []byte(s))
}

// Clean is a text without what XML cannot hold. Lines stay lines.
func Clean(s string) string {
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, string(unicode.ReplacementChar))
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r == '\r':
			return '\n'
		case unicode.IsControl(r), r == 0xFFFE, r == 0xFFFF:
			return -1
		default:
			return r
		}
	}, s)
}

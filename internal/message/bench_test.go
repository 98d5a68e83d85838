package message

import "testing"

func BenchmarkSay(b *testing.B) {
	p := english(b)
	for b.Loop() {
		p.Say("export.saved", Args{"File": "trade.png"})
	}
}

func BenchmarkCount(b *testing.B) {
	p := english(b)
	for b.Loop() {
		p.Count("count.figures", 62955)
	}
}

func BenchmarkNumber(b *testing.B) {
	p := english(b)
	for b.Loop() {
		p.Number(19.1e12, Short)
	}
}

func BenchmarkOpen(b *testing.B) {
	all := shipped(b)
	for b.Loop() {
		if _, err := Open(all, Base); err != nil {
			b.Fatal(err)
		}
	}
}

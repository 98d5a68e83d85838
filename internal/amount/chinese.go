package amount

import (
	"strconv"
	"strings"
)

var numerals = map[string]uint64{
	"〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
	"壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9, "兩": 2,
}

var powers = map[string]int{"十": 1, "拾": 1, "百": 2, "佰": 2, "千": 3, "仟": 3, "万": 4, "萬": 4, "亿": 8, "億": 8, "兆": 12}

// numeral reads a number in Chinese characters: 一百五十, 三万二千, 二〇二三. Two
// neighbours are a range: 五六, 三四十.
func (t tokens) numeral(i int) (s span, ok bool) {
	const longest = 18 // digits
	s = span{first: i, last: i}
	var n hanNumber
	for ; t.kindAt(s.last) == han && len(n.plain) <= longest; s.last++ {
		w := t[s.last].text
		if d, is := numerals[w]; is {
			n.take(d, &s)
			continue
		}
		power, is := powers[w]
		if is && !n.sized && neighbours(n.plain) && power < 9 {
			s.sort, s.low, s.high, s.scaled = band, number{n.plain[:1], power}, number{n.plain[1:], power}, true
			s.last++
			return s, true
		}
		if !is || !n.sizes(power, s.last == i && t.bare(i)) {
			break
		}
	}
	if s.last-i > 2 {
		n.shorten(powers[t.text(s.last-2)])
	}
	n.fill(&s)
	return s, s.last > i && len(n.plain) <= longest
}

// hanNumber is a number as it is being read.
type hanNumber struct {
	total, section, digit uint64
	plain                 string // the digits alone
	sized                 bool   // a word of size was among them
}

// take takes a digit. Two behind a word of size are not read: 一百五六十.
func (n *hanNumber) take(digit uint64, s *span) {
	if n.sized && n.digit > 0 {
		s.doubt = Scale
	}
	n.digit = digit
	n.plain += strconv.FormatUint(digit, 10)
}

// shorten gives the last digit the size that it has behind a word of size: 一百五 is 150.
func (n *hanNumber) shorten(before int) {
	if n.sized && before > 1 && before <= 8 {
		n.digit *= pow10(before - 1)
	}
}

// fill puts the number into a span.
func (n *hanNumber) fill(s *span) {
	switch {
	case n.sized:
		s.low, s.scaled = whole(n.total+n.section+n.digit), true
	case neighbours(n.plain):
		s.sort, s.low, s.high = band, number{digits: n.plain[:1]}, number{digits: n.plain[1:]}
	default:
		s.low = number{digits: n.plain}
	}
}

// sizes takes a word of size, if it may stand there: without a digit before it only where
// it is bare, or 十.
func (n *hanNumber) sizes(power int, bare bool) bool {
	if power > 8 || n.section+n.digit == 0 && power != 1 && !bare || n.total+n.section >= 1e8 {
		return false
	}
	switch power {
	case 8:
		n.total, n.section = (n.total+max(n.section+n.digit, 1))*pow10(8), 0
	case 4:
		n.total, n.section = n.total+max(n.section+n.digit, 1)*pow10(4), 0
	default:
		n.section += max(n.digit, 1) * pow10(power)
	}
	n.digit, n.sized = 0, true
	return true
}

// neighbours are two digits of which the second comes after the first.
func neighbours(plain string) bool {
	return len(plain) == 2 && plain[0] > '0' && plain[1] == plain[0]+1
}

// bare tells whether a word of size that no digit stands before is a number: 百余, 近千.
func (t tokens) bare(i int) bool {
	return t.is(i+1, "余", "多") || t.is(i-1, "近", "约", "逾", "超", "过")
}

// size reads what of 十百千万亿 follows a number in digits, and 余, 多 or 几 among them.
func (t tokens) size(i int) (power, end int, more bool) {
	for end = i; end < len(t); end++ {
		p, ok := powers[t[end].text]
		switch {
		case ok && power+p <= 16 && !t.mega(end):
			power += p
		case t.is(end, "余", "多", "几") && !more:
			more = true
		default:
			return power, end, more
		}
	}
	return power, end, more
}

// mega tells whether 兆 is part of a unit: 兆瓦 is a megawatt.
func (t tokens) mega(i int) bool {
	return t.is(i, "兆") && t.is(i+1, "瓦", "赫", "字", "比", "帕", "焦", "伏", "欧", "位")
}

// hundreds reads an order: 数百, 数千亿, 几十, 上万, 成千上万.
func (t tokens) hundreds(i int) (span, bool) {
	if !t.is(i, "数", "几", "上", "成") || t.is(i-1, "以") || t.kindAt(i-1) == digits {
		return span{}, false
	}
	power, j := 0, i+1
	if t.joined(i, i+4) == "成千上万" {
		power, j = 4, i+4
	}
	for j < len(t) && t[j].kind == han && powers[t[j].text] > 0 && power < 17 {
		power, j = power+powers[t[j].text], j+1
	}
	return span{sort: order, low: number{"1", power}, high: number{"1", power + 1}, first: i, last: j, scaled: true}, power > 0
}

// nth reads 第二大 as a rank, 第三届 as an ordinal.
func (t tokens) nth(i int) (span, bool) {
	if !t.is(i, "第") {
		return span{}, false
	}
	s := span{first: i, sort: ordinal}
	if t.kindAt(i+1) == digits && !t[i+1].grouped {
		s.low, s.last = numberOf(t[i+1].text), i+2
	} else if n, ok := t.numeral(i + 1); ok && n.sort == single {
		s.low, s.last = n.low, n.last
	} else {
		return s, false
	}
	if t.is(s.last, "大", "位", "名", "高", "长", "多") {
		s.sort, s.last = rank, s.last+1
	}
	return s, true
}

// percent reads 百分之四十; 三分之一 is a fraction.
func (t tokens) percent(i int) (span, bool) {
	const after = 3
	if minus := t.minus(i); t.joined(i+minus, i+minus+after) == "百分之" {
		at := i + minus + after
		s, ok := t.cardinal(at)
		if ok {
			s.first, s.sign, s.lead = at, [2]int{i + minus, at}, minus
		}
		if minus > 0 {
			s.negate()
		}
		return s, ok
	}
	end := i + 1
	if n, ok := t.numeral(i); ok {
		end = n.last
	}
	return span{sort: part, first: i, last: end + 2}, t.joined(end, end+2) == "分之"
}

// classifier tells whether token i stands between a number and what it counts.
func (t tokens) classifier(i int) bool {
	const all = "个個名位家条條项項座所份件支艘辆列场届次种类"
	return t.kindAt(i) == han && strings.Contains(all, t[i].text)
}

package source

import "context"

func pdfText(context.Context, []byte, func(float64)) (string, error) { return "", fail(Unknown, "PDF") }

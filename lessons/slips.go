package lessons

import "hakseup/lessons/lang"

// PageSlips is what a page says of slips in the printed handout.
type PageSlips struct {
	Lecture *Lecture
	Page    *Page
	Blocks  []Block // what is in its [!SLIP] callouts
}

// Slips collects the slips of the handout over all lectures that are written
// in a language, in the order of the course.
func (c *Course) Slips(l lang.Lang) ([]PageSlips, error) {
	var out []PageSlips
	for _, e := range c.entries {
		if !e.Written {
			continue
		}
		lecture, err := c.Lecture(e.Slug, l)
		if err != nil {
			return nil, err
		}
		for i := range lecture.Pages {
			page := &lecture.Pages[i]
			var blocks []Block
			for b := range All(page.Blocks) {
				if slip, ok := b.(*Callout); ok && slip.Kind == Slip {
					blocks = append(blocks, slip.Blocks...)
				}
			}
			if len(blocks) > 0 {
				out = append(out, PageSlips{lecture, page, blocks})
			}
		}
	}
	return out, nil
}

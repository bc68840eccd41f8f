package tui
import ("testing";"fmt";"os";"hakseup/lessons/lang";"strings")
func TestZZ(t *testing.T){
 for _,lec:=range []string{"03-learning","07-chain-rule","08-gradient-descent"}{ for _,w:=range []int{120,80}{ for _,l:=range []lang.Lang{lang.KO,lang.EN}{
  h:=36; if w==80 {h=24}
  d:=open(t,w,h,Options{Lecture:lec,Lang:l,LangGiven:true}); var b strings.Builder
  n:=len(d.app.top().(*lecture).pages())
  for i:=0;i<n;i++{ b.WriteString(d.screen()+"\n"); if w==80 { d.press("Tab"); b.WriteString(d.screen()+"\n"); d.press("Tab") }; d.press("]") }
  os.WriteFile(fmt.Sprintf("/tmp/ten/%s-%d-%v.txt",lec,w,l),[]byte(b.String()),0o644)
 }}}
}

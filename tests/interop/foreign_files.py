"""Files as other programs write them, with all that they say beside what is argued."""

from __future__ import annotations

GRAPHML = """\
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
 <desc>reasons for and against</desc>
 <key for="node" id="d0" yfiles.type="nodegraphics"/>
 <key for="edge" id="d1" yfiles.type="edgegraphics"/>
 <key for="node" id="d2" attr.name="url" attr.type="string"/>
 <key for="edge" id="d3" attr.name="weight" attr.type="double"><default>1.0</default></key>
 <key for="graph" id="d4" attr.name="author" attr.type="string"/>
 <key for="node" id="d5" attr.name="kind" attr.type="string"><default>claim</default></key>
 <key for="node" id="d7" attr.name="label" attr.type="string"/>
 <key for="edge" id="d8" attr.name="Edge Label" attr.type="string"/>
 <key for="node" id="d6" attr.name="text" attr.type="string"/>
 <graph edgedefault="undirected" id="G">
  <data key="d4">Ann</data>
  <node id="n0"><desc>the main claim</desc><data key="d2">https://example.org</data><data key="d0">
   <y:ShapeNode><y:Geometry x="10" y="20" width="30" height="40"/><y:Fill color="#FFCC00"/>
   <y:NodeLabel fontSize="12">Close the mine
    <y:LabelModel><y:SmartNodeLabelModel distance="4.0"/></y:LabelModel></y:NodeLabel>
   <y:NodeLabel>urgent</y:NodeLabel>
  </y:ShapeNode></data></node>
  <node id="n1" yfiles.foldertype="group"><data key="d6">what it costs</data><data key="d0">
   <y:GroupNode><y:NodeLabel>Costs</y:NodeLabel></y:GroupNode></data>
   <graph edgedefault="directed" id="n1:"><node id="n1::n0"><port name="p"/>
    <data key="d6">Jobs are lost</data>
    <data key="d0"><y:ShapeNode><y:NodeLabel>jobs</y:NodeLabel></y:ShapeNode></data></node></graph></node>
  <node id="n2"><data key="d5">argument</data></node>
  <node id="n5"><data key="d0"><y:ShapeNode><y:NodeLabel hasText="false">
   <y:LabelModel kind="none"/></y:NodeLabel></y:ShapeNode></data></node>
  <node id="n4"><data key="d7">a label of Gephi</data></node>
  <node id="n3"><data key="d5">thought</data></node>
  <edge id="e0" source="n1::n0" target="n0" sourceport="p"><data key="d3">0.7</data><data key="d1">
   <y:PolyLineEdge><y:LineStyle color="#FF0000"/><y:EdgeLabel>attacks</y:EdgeLabel></y:PolyLineEdge>
  </data></edge>
  <edge id="e4" source="n0" target="n3"><data key="d8">supports</data></edge>
  <edge id="e1" source="n3" target="n0"><data key="d1"><y:LineStyle color="#00FF00"/></data></edge>
  <edge id="e2" source="n3" target="n2"><desc>a step</desc><data key="d1">
   <y:EdgeLabel>premise</y:EdgeLabel></data></edge>
  <edge id="e3" source="n2" target="n0"><data key="d1"><y:EdgeLabel>conclusion</y:EdgeLabel></data></edge>
  <hyperedge id="h"><endpoint node="n0"/><endpoint node="n3"/></hyperedge>
 </graph>
</graphml>
"""

OPML = """\
<opml version="2.0">
<head><title>Tea</title><dateCreated>Mon, 5 Jan 2026</dateCreated><ownerName>Ann</ownerName></head>
<body><outline text="Tea should be free" _note="asked twice" created="today" type="link" url="https://x.org">
<outline text="+ It makes happy" color="red"/><outline text="D" _note="open"><outline text="E"/></outline>
<outline text="It costs" relation="attack">rarely<!-- so --><note>of June</note></outline><outline/></outline>
<outline>In it</outline>
<outline text="Joy"><outline text="+ → It makes happy" seen="yes"/></outline></body>
</opml>
"""

FREEPLANE = """\
<map version="freeplane 1.9.0" dialect="new">
<attribute_registry SHOW_ATTRIBUTES="hide"/>
<node TEXT="A" ID="ID_7" CREATED="1" COLOR="#ff0000" FOLDED="false" LINK="https://x.org" background="b">
<hook NAME="MapStyle"><properties show="true"/></hook><font SIZE="12"/><edge STYLE="bezier"/>
<node TEXT="B" ID="ID_2" STYLE_REF="x"><icon BUILTIN="button_ok"/><icon BUILTIN="idea"/>
<attribute NAME="weight" VALUE="2" OBJECT="x"/><attribute NAME="due" VALUE="soon"/>
<richcontent TYPE="NOTE"><html><body><p>a <b>note</b> so</p>

  <p>in two
  paragraphs</p></body></html></richcontent></node>
<node ID="ID_3"><richcontent TYPE="NODE"><html><body><p>rich <i>text</i></p></body></html></richcontent>
<attribute NAME="relation" VALUE="attack"/>
<arrowlink ID="a1" DESTINATION="ID_2" MIDDLE_LABEL="supports" COLOR="#0000ff"/>
<arrowlink DESTINATION="ID_7" MIDDLE_LABEL="likes"/></node>
<node TEXT="C" ID="ID_4"/><node ID="ID_5"/>
<node ID="ID_6"><icon BUILTIN="button_ok"/><icon BUILTIN="button_cancel"/>
<richcontent TYPE="NODE"><html><body><p>two</p>
  <p>lines</p></body></html></richcontent></node>
</node></map>
"""

MINDMUP = """{
"id": "map", "formatVersion": 3, "title": "Map", "attr": {"theme": "t", "words": {"size": 1}},
"theme": {"a": 1},
"links": [{"ideaIdFrom": 11, "ideaIdTo": 12, "attr": {"color": "red"}}],
"ideas": {
 "1": {"id": 11, "title": "c", "attr": {"style": {"color": "red"}, "note": {"text": "why"}}, "ideas": {
  "1": {"id": 12, "title": "both", "attr": {"group": "supporting", "style": {"a": 1}}, "ideas": {
   "1": {"id": 13, "title": "p",
    "attr": {"styleNames": ["attr_implicit_claim", "mine"], "icon": {"url": "u"}}},
   "2": {"id": 14, "title": "q"}}},
  "2": {"id": 15, "title": "but", "attr": {"group": "opposing", "width": 7}, "ideas": {
   "1": {"id": 16, "title": "r", "ideas": {"1": {"id": 17, "title": "below r", "attr": {"x": 1}}}}}},
  "3": {"id": 18, "title": "no group"}}},
 "2": {"id": 19, "title": "d"}}}
"""

SADFACE = """{
"metadata": {"core": {"id": "d", "analyst_name": "Ann", "version": "0.5", "notes": "n"}, "more": {"x": 1}},
"resources": [{"id": "r1", "content": "It is so.", "type": "text", "url": "u"}], "project": "p",
"nodes": [
 {"id": "a1", "type": "atom", "text": "a", "metadata": {"x": 1},
  "sources": [{"resource_id": "r1", "text": "a", "offset": 3, "length": 1}]},
 {"id": "a2", "type": "atom", "text": "b"},
 {"id": "s1", "type": "scheme", "name": "support", "metadata": {"q": 1}},
 {"id": "s2", "type": "conflict", "name": "attack", "z": 1}],
"edges": [
 {"id": "e7", "source_id": "a2", "target_id": "s1", "weight": 1}, {"source_id": "s1", "target_id": "a1"},
 {"source_id": "a2", "target_id": "s2"}, {"source_id": "s2", "target_id": "a1"}]}
"""

XAIF = """{
"AIF": {
 "nodes": [{"nodeID": "1", "text": "a", "type": "I", "timestamp": "t"},
  {"nodeID": "2", "text": "b", "type": "I", "x": 1},
  {"nodeID": "3", "text": "Default Inference", "type": "RA", "scheme": "Default Inference", "schemeID": "72"},
  {"nodeID": "4", "text": "Ann Lee : b", "type": "L"}, {"nodeID": "5", "text": "Asserting", "type": "YA"}],
 "edges": [{"edgeID": 21, "fromID": "2", "toID": "3", "formEdgeID": "9"}, {"fromID": "3", "toID": "1"},
  {"fromID": "4", "toID": "5"}, {"fromID": "5", "toID": "2"}],
 "locutions": [{"nodeID": "4", "personID": "1", "timestamp": "z", "start": "s", "end": "e", "source": "q"}],
 "participants": [{"participantID": "1", "firstname": "Ann", "surname": "Lee"}],
 "schemefulfillments": [{"nodeID": "3", "schemeID": "15", "x": 1}],
 "descriptorfulfillments": [{"nodeID": "2", "descriptorID": "3"}], "other": [1]},
"text": {"txt": "so <span id=\\"node1\\" class=\\"c\\">a</span>"},
"dialog": true, "propositionTypes": {"1": "fact"}}
"""

ARGUEBUF = """{
"schemaVersion": 1, "libraryVersion": "2", "majorClaim": "a", "userdata": {"u": 1},
"metadata": {"created": "c"},
"nodes": {
 "a": {"atom": {"text": "A", "reference": {"resource": "r", "offset": "4", "text": "x"}, "participant": "p"},
  "metadata": {"created": "c"}, "userdata": {"q": 1}},
 "b": {"atom": {"text": "B"}},
 "s": {"scheme": {"support": "SUPPORT_EXPERT_OPINION", "premiseDescriptors": ["p"]},
  "metadata": {"updated": "u"}, "userdata": {"z": 1}}},
"edges": {"e1": {"source": "b", "target": "s", "metadata": {"created": "c"}},
 "e2": {"source": "s", "target": "a"}},
"resources": {"r": {"text": "long", "title": "t", "source": "u"}}, "participants": {"p": {"name": "Ann"}},
"analysts": {"n": {"name": "N"}}}
"""

ARGGRAPH = """\
<arggraph id="x" topic_id="t" stance="pro">
<edu id="e1" implicit="true">We row.</edu><edu id="e2">We go.</edu><edu id="e3" mood="sad">So what.</edu>
<joint id="j1"/><adu id="a1" type="pro"/><adu id="a2" type="opp" level="2"/><adu id="a3" type="pro"/>
<edge id="s1" src="e1" trg="j1" type="seg"/><edge id="s2" src="e2" trg="j1" type="seg"/>
<edge id="s3" src="j1" trg="a1" type="seg"/><edge id="c1" src="a2" trg="a1" type="reb" weight="3"/>
<edge id="c2" src="a3" trg="c1" type="und"/><edge id="c3" src="a3" trg="a1" type="exa" weight="2"/>
<edge id="c4" src="a2" trg="c3" type="add"/></arggraph>
"""

GSN = """\
module: {name: M, brief: b, extends: []}
G1: {text: The pump is safe, supportedBy: [S1, Sn2], inContextOf: [C1, A1], url: u, rank: 1,
  undeveloped: true}
S1: {text: by parts, supportedBy: [G2], acp: {A: [S1]}}
G2: {text: a part, nodeType: Goal, challenges: G1, defeated: true}
Sn2: {text: test, classes: [x]}
C1: {text: context}
A1: {text: assumed, module: other}
"""

CARNEADES = """\
meta: {title: T, authors: [a]}
language: {p/1: "%s is p"}
statements: {p: P, q: {text: Q, meta: {x: 1}, label: in, assumed: true}, u: U, r: R}
arguments:
  a1: {scheme: s1, meta: {d: 1}, premises: {major: p, minor: r}, conclusion: q, undercutter: u, weight: 0.4,
    strict: true}
  a2: {conclusion: p, weight: 4}
issues: {i1: {meta: {a: 1}, positions: [p, q], standard: PE}}
assumptions: [p]
tests: [{assuming: [p], in: [q]}]
labels: {in: [p], out: [q]}
argument_schemes: [{id: s1, variables: [X], premises: [p], conclusions: [q]}]
issue_schemes: {is1: [p]}
weighing_functions: {w: {x: 1}}
"""

# By format. Each part of these files says something, but for what only says how they are to be read.
FOREIGN = {
    "graphml": GRAPHML,
    "opml": OPML,
    "freeplane": FREEPLANE,
    "mindmup": MINDMUP,
    "sadface": SADFACE,
    "xaif": XAIF,
    "arguebuf": ARGUEBUF,
    "arggraph": ARGGRAPH,
    "gsn": GSN,
    "carneades": CARNEADES,
}

"""Self-written web pages of the kinds people save."""

# ruff: noqa: E501

NEWS = """<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">
<title>Cities should plant more trees | The Daily Sample</title>
<meta property="og:title" content="Cities should plant more trees">
<meta property="og:site_name" content="The Daily Sample"><meta name="author" content="Jane Doe">
<meta property="article:published_time" content="2024-05-12T08:00:00Z">
<link rel="canonical" href="https://daily.example/trees"><script>document.write("planted by a script")</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav>
<div class="cookie-bar">We use cookies to improve your visit. Accept all cookies.</div>
<article><h1>Cities should plant more trees</h1><p class="byline">By Jane Doe</p>
<figure><img src="https://tracker.example/a.jpg">
<figcaption>A tree in a street. Photograph: Ann Lee/AP</figcaption></figure>
<p>Trees cool the streets of a city in summer, and every degree matters to the old and the ill – which is why mayors
“must” act.</p>
<p>A shaded street costs £40 less a metre to keep than a bare one, because the surface lasts longer under leaves.</p>
<div class="ad inline-ad"><p>Comfortable new shoes at half the price until the end of the month</p></div>
<h2>Who pays for it</h2>
<p>Critics say that trees are dear; but a tree planted in 2010 has paid for itself by now in lower bills.</p>
<blockquote class="pullquote"><p>a tree planted in 2010 has paid for itself</p></blockquote>
<p>So the council should plant ten thousand trees before the next election, and say openly what they cost.</p>
<div class="newsletter-signup"><p>Sign up to our newsletter for the week's best reading.</p></div>
<p class="author-bio">Jane Doe is a lecturer in planning at the University of Sampleton.</p></article>
<aside class="related"><h3>Related</h3><ul><li><a href="/x">Why buses matter in the winter months</a></li></ul></aside>
<section id="comments" class="comments"><h3>Comments</h3><div class="comment"><p>I think the writer is wrong about all of
this, trees are ugly and dirty.</p></div></section>
<footer><p>© 2024 The Daily Sample. All rights reserved.</p></footer></body></html>"""

TABLES = """<html><head><title>Why the harbour needs a tram</title></head><body bgcolor="white"><table width="100%"><tr>
<td width="150"><a href="a.html">Home</a><br><a href="b.html">Archive</a></td><td><font size="5">Why the harbour needs a
tram</font><br><br>The buses to the harbour are full every morning, and whoever lives there has to wait for the third one
before there is room.<br><br>A tram carries three times as many people with one driver, and it does not stand in the
traffic that it is meant to replace.<br><br>The council has the money, and it has had the plans since the nineties; what is
missing is the will to begin.<br><br></td></tr></table></body></html>"""

ONE = """<html><head><title>Note</title></head><body><p>A single paragraph may be all that a page holds, and it is an
argument all the same if it says what should be done and why the council ought to do it.</p></body></html>"""

CONSENT = """<html><head><title>The Daily Sample</title></head><body><div><p>This site uses cookies and shares personal data
with our partners. Accept all cookies to continue.</p><button>Accept</button><p>You can change your consent in the privacy
settings at any time.</p></div></body></html>"""

UNSAFE = """<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">
<!ENTITY file SYSTEM "file:///etc/passwd">]><html><head><link rel="stylesheet" href="file:///etc/passwd">
<base href="https://tracker.example/"></head><body onload="steal()"><iframe src="https://tracker.example/">framed words</iframe>
<script>var stolen = "stolen words of a script that nobody should ever see in the text";</script>
<object data="file:///etc/passwd"></object><p>The first paragraph of the page says that walking is good &file; for everyone
who has the time to do it every day.</p><p>The second paragraph says that nobody &c; should be made to walk along a road
without a pavement, whatever it costs.</p></body></html>"""

#include <boost/fiber/all.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace fanin {

namespace fb = boost::fibers;
struct Hit { std::string doc; double score = 0; };
Hit query(const std::string& shard, const std::string& q);
bool cached(const std::string& q, Hit& h);

Hit search(const std::vector<std::string>& shards, const std::string& q) {
    fb::buffered_channel<Hit> hits(2);
    std::vector<fb::fiber> fs;
    for (const auto& s : shards)
        fs.emplace_back([&hits, s, &q] { hits.push(query(s, q)); });
    Hit best, h;
    for (std::size_t i = 0; i < shards.size(); ++i) {
        if (hits.pop(h) != fb::channel_op_status::success) break;
        if (h.score > best.score) best = h;
    }
    for (auto& f : fs) f.join();
    return best;
}

Hit searchTwo(const std::string& a, const std::string& b, const std::string& q) {
    auto hits = std::make_shared<fb::unbuffered_channel<Hit>>();
    fb::fiber([hits, a, q] { hits->push(query(a, q)); }).detach();
    fb::fiber([hits, b, q] { hits->push(query(b, q)); }).detach();
    Hit h1, h2;
    hits->pop(h1);
    hits->pop(h2);
    return h1.score > h2.score ? h1 : h2;
}

Hit searchCached(const std::string& shard, const std::string& q) {
    auto hits = std::make_shared<fb::unbuffered_channel<Hit>>();
    fb::fiber f([hits, shard, q] {
        hits->push(query(shard, q)); // EXPECT: forgotten-sender
    });
    Hit h;
    if (cached(q, h)) {
        f.detach();
        return h;
    }
    hits->pop(h);
    f.join();
    return h;
}

Hit searchCachedFirst(const std::string& shard, const std::string& q) {
    Hit h;
    if (cached(q, h)) return h;
    fb::unbuffered_channel<Hit> hits;
    fb::fiber f([&hits, shard, q] { hits.push(query(shard, q)); });
    hits.pop(h);
    f.join();
    return h;
}

// error then missing return: two sends, one receive
Hit searchOrError(const std::string& shard, const std::string& q) {
    fb::unbuffered_channel<Hit> hits;
    std::jthread t([&] {
        Hit h = query(shard, q);
        if (h.doc.empty()) hits.push(Hit{"error", -1});
        hits.push(h); // EXPECT: forgotten-sender
    });
    return hits.value_pop();
}

Hit searchOrErrorReturned(const std::string& shard, const std::string& q) {
    fb::unbuffered_channel<Hit> hits;
    std::jthread t([&] {
        Hit h = query(shard, q);
        if (h.doc.empty()) {
            hits.push(Hit{"error", -1});
            return;
        }
        hits.push(h);
    });
    return hits.value_pop();
}

std::shared_ptr<fb::unbuffered_channel<Hit>> stream(const std::vector<std::string>& shards, std::string q) {
    auto out = std::make_shared<fb::unbuffered_channel<Hit>>();
    std::thread([out, shards, q] {
        for (auto& s : shards) out->push(query(s, q)); // EXPECT: forgotten-sender
        out->close();
    }).detach(); // EXPECT: detached-thread
    return out;
}

} // namespace fanin

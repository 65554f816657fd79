#include <chrono>
#include <future>
#include <map>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace warm {

std::string fetch(const std::string& key);
void prefetch(const std::string& key);
bool enabled();

class Cache {
public:
    // discards: blocks
    void touch(const std::string& key) {
        std::async(std::launch::async, prefetch, key); // EXPECT: unowned-future
    }

    void touchIgnored(const std::string& key) {
        std::ignore = std::async(std::launch::async, [key] { prefetch(key); }); // EXPECT: unowned-future
    }

    std::future<std::string> load(std::string key) {
        return std::async(std::launch::async, [this, key = std::move(key)] {
            auto v = fetch(key);
            std::lock_guard g(m_);
            entries_[key] = v;
            return v;
        });
    }

    void warmOne(const std::string& key) {
        load(key); // EXPECT: unowned-future
    }

    void warmAll(const std::vector<std::string>& keys) {
        std::vector<std::future<std::string>> pending;
        pending.reserve(keys.size());
        for (const auto& k : keys) pending.push_back(load(k));
        for (auto& p : pending) p.wait();
    }

    std::string getOr(const std::string& key, const std::string& fallback) {
        auto value = load(key); // EXPECT: unowned-future
        if (!enabled()) return fallback;
        return value.get();
    }

    std::string getOrLazy(const std::string& key, const std::string& fallback) {
        if (!enabled()) return fallback;
        auto value = load(key);
        return value.get();
    }

    std::optional<std::string> within(const std::string& key, std::chrono::milliseconds limit) {
        auto value = load(key);
        if (value.wait_for(limit) != std::future_status::ready) // EXPECT: unowned-future
            return std::nullopt;
        return value.get();
    }

    std::optional<std::string> withinKept(const std::string& key, std::chrono::milliseconds limit) {
        auto value = load(key);
        if (value.wait_for(limit) != std::future_status::ready) {
            std::lock_guard g(m_);
            late_.push_back(std::move(value));
            return std::nullopt;
        }
        return value.get();
    }

    ~Cache() {
        for (auto& f : late_) f.wait();
    }

private:
    std::mutex m_;
    std::map<std::string, std::string> entries_;
    std::vector<std::future<std::string>> late_;
};

void overlap(const std::string& key) {
    auto side = std::async(std::launch::async, [&key] { prefetch(key); });
    prefetch(key + "/meta");
}

} // namespace warm

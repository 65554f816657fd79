#include <boost/fiber/buffered_channel.hpp>
#include <thread>
#include <vector>
namespace fb = boost::fibers;
int query(int);
int all(int n) {
    fb::buffered_channel<int> hits(2);
    std::vector<std::jthread> ts;
    for (int i = 0; i < n; ++i)
        ts.emplace_back([&hits, i] { hits.push(query(i)); });
    int sum = 0, h = 0;
    for (int i = 0; i < n; ++i) {
        if (hits.pop(h) != fb::channel_op_status::success) break;
        sum += h;
    }
    return sum;
}
